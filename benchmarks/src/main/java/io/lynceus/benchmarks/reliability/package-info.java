/// What the probabilities of the cross-match are worth: simulated skies on which every counterpart is known.
///
/// Start at [io.lynceus.benchmarks.reliability.ReliabilityCommand].
@NullMarked
package io.lynceus.benchmarks.reliability;

import org.jspecify.annotations.NullMarked;
