/// The stream of classifications as people and programs follow it: what is told, to whom, and from where on.
///
/// Start at [io.lynceus.gateway.stream.Broadcast], which passes on what arrives; [io.lynceus.gateway.stream.StreamLog]
/// has what arrived before.
@NullMarked
package io.lynceus.gateway.stream;

import org.jspecify.annotations.NullMarked;
