/// Class scores of sources under a model: posterior, the track behind it, outlier measure.
///
/// Start at [Classifier]. [Scorer] has a fast form for every rule, and [ReferenceScorer] as the plain twin of all.
@NullMarked
package io.lynceus.classifier.scoring;

import org.jspecify.annotations.NullMarked;
