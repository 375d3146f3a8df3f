/// The cross-match kernel beside STILTS, on the same tables in the same run.
///
/// Start at [CrossmatchComparison].
@NullMarked
package io.lynceus.benchmarks.crossmatch;

import org.jspecify.annotations.NullMarked;
