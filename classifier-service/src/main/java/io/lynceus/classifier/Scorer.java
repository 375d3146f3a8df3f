package io.lynceus.classifier;

/// Evidence of every feature of a model for every class, for many sources at once.
///
/// 1. The sum of a source's evidence over its parts is its ln unnormalised class score.
/// 2. A source's evidence does not depend on the sources beside it.
/// 3. A value outside a density's range gives every class the same likelihood.
interface Scorer {
    /// ln evidence: double[rows * (1 + features) * classes], row-major, part 0 the prior and part 1 + f feature f.
    ///
    /// `values` is double[rows * features], row-major, NaN = missing.
    double[] evidence(double[] values);
}
