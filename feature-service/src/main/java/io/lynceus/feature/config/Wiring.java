package io.lynceus.feature.config;

import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.runtime.missions.ConfiguredMissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of what the domain offers; a rules file that cannot be used stops the start.
class Wiring {
    @Produces
    @Singleton
    FeatureRules rules(FeatureConfig config, ConfiguredMissions missions) {
        return config.rulesFile()
                .map(file -> RulesFile.read(file, missions.all()))
                .orElseGet(() -> RulesFile.shipped(missions.all()));
    }

    @Produces
    @Singleton
    FeatureExtractor extractor(FeatureRules rules) {
        return new FeatureExtractor(rules);
    }
}
