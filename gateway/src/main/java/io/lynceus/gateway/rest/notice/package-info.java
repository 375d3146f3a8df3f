/// GCN notices in JSON, and the detections they report.
///
/// Start at [io.lynceus.gateway.rest.notice.NoticeKinds]; what a mission's notices hold is configuration,
/// `notices.yaml`.
@NullMarked
package io.lynceus.gateway.rest.notice;

import org.jspecify.annotations.NullMarked;
