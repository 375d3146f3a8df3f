/// Reliability of the cross-match's probabilities, on simulated skies where every counterpart is known.
///
/// Start at [io.lynceus.benchmarks.reliability.ReliabilityCommand].
@NullMarked
package io.lynceus.benchmarks.reliability;

import org.jspecify.annotations.NullMarked;
