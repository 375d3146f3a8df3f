/// Detections on their way through the services: classified at once, or put on the stream.
///
/// Start at [io.lynceus.gateway.detections.ClassificationChain].
@NullMarked
package io.lynceus.gateway.detections;

import org.jspecify.annotations.NullMarked;
