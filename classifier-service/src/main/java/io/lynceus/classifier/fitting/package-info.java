/// Models from labelled sources: densities from kernels or histograms, weights chosen on held-out sky.
///
/// Start at [ModelFit], which turns a [TrainingTable] into a model as [FitOptions] say.
@NullMarked
package io.lynceus.classifier.fitting;

import org.jspecify.annotations.NullMarked;
