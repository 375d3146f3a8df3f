/// X-ray detections: position, error, epoch, and what is assumed of a mission that does not say them.
///
/// Start at [io.lynceus.crossmatch.detection.XrayDetection].
@NullMarked
package io.lynceus.crossmatch.detection;

import org.jspecify.annotations.NullMarked;
