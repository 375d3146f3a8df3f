/// GCN notices in JSON, and the detections they report.
///
/// Start at [io.lynceus.gateway.notice.NoticeKinds]; what a mission's notices hold is configuration, `notices.yaml`.
@NullMarked
package io.lynceus.gateway.notice;

import org.jspecify.annotations.NullMarked;
