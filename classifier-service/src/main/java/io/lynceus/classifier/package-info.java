/// Densities, weights, posterior, track, outlier measure; models, training, evaluation.
@NullMarked
package io.lynceus.classifier;

import org.jspecify.annotations.NullMarked;
