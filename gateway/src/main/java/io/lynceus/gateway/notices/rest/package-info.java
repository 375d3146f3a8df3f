/// The route that takes GCN notices, and the reading of a notice as a detection.
///
/// Start at [io.lynceus.gateway.notices.rest.NoticeKind], one entry of `notices.yaml`.
@NullMarked
package io.lynceus.gateway.notices.rest;

import org.jspecify.annotations.NullMarked;
