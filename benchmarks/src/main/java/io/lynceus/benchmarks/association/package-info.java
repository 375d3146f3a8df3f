/// Quality of the association of detections with X-ray sources, on simulated surveys whose truth is known.
@NullMarked
package io.lynceus.benchmarks.association;

import org.jspecify.annotations.NullMarked;
