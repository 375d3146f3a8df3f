/// Configuration of the feature service: start with [FeatureConfig]; the instruments are in [RulesFile].
@NullMarked
package io.lynceus.feature.config;

import org.jspecify.annotations.NullMarked;
