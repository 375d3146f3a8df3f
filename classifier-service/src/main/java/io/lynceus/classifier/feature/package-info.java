/// Features of a source by wire name: their definitions, values, and formulas over other features.
///
/// Start at [FeatureDefinition]; [StandardFeatures] lists those of the seed work.
@NullMarked
package io.lynceus.classifier.feature;

import org.jspecify.annotations.NullMarked;
