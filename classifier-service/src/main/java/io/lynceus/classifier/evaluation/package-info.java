/// Scores of rules on sources they have not learned from: held-out folds of sky, intervals, comparisons.
///
/// Start at [Evaluation]. Any [LearningRule] can be judged, a model's own or another.
@NullMarked
package io.lynceus.classifier.evaluation;

import org.jspecify.annotations.NullMarked;
