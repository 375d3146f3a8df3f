/// Configuration of the feature service: start with [FeatureConfig]; the rules of the features are in [RulesFile].
@NullMarked
package io.lynceus.feature.config;

import org.jspecify.annotations.NullMarked;
