/// Fits, evaluations, comparisons and tunings as users ask for them, over the command line or REST.
///
/// Start at [FitPlan], [EvaluationPlan] and [TuningPlan]; they share [TrainingOptions].
@NullMarked
package io.lynceus.classifier.training;

import org.jspecify.annotations.NullMarked;
