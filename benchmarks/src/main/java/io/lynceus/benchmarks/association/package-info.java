/// What the association of detections with X-ray sources is worth: simulated surveys of which the truth is known.
@NullMarked
package io.lynceus.benchmarks.association;

import org.jspecify.annotations.NullMarked;
