/// The stream of classifications that users and programs follow: events, filters, alerts and places.
///
/// Start at [io.lynceus.gateway.stream.Broadcast], which passes on new events.
/// [io.lynceus.gateway.stream.StreamLog] has the past ones.
@NullMarked
package io.lynceus.gateway.stream;

import org.jspecify.annotations.NullMarked;
