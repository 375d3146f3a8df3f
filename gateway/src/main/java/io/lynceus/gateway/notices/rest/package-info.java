/// The route that takes GCN notices, and the reading of a notice as a detection.
///
/// Start at [io.lynceus.gateway.notices.rest.NoticeKinds]. The fields of a mission's notices are configuration,
/// `notices.yaml`.
@NullMarked
package io.lynceus.gateway.notices.rest;

import org.jspecify.annotations.NullMarked;
