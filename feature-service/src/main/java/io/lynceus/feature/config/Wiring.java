package io.lynceus.feature.config;

import io.lynceus.feature.FeatureExtractor;
import io.lynceus.feature.FeatureRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of what the domain offers; a rules file that cannot be used stops the start.
class Wiring {
    @Produces
    @Singleton
    FeatureRules rules(FeatureConfig config) {
        return config.rulesFile().map(RulesFile::read).orElseGet(RulesFile::shipped);
    }

    @Produces
    @Singleton
    FeatureExtractor extractor(FeatureRules rules) {
        return new FeatureExtractor(rules);
    }
}
