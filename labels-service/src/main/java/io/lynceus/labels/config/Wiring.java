package io.lynceus.labels.config;

import io.lynceus.labels.AskingPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of what the domain offers.
class Wiring {
    @Produces
    @Singleton
    AskingPolicy askingPolicy(LabelsConfig config) {
        return new AskingPolicy(config.trainingShare(), config.exploration(), config.assignment());
    }
}
