package io.lynceus.labels.config;

import io.lynceus.labels.AskingPolicy;
import io.lynceus.labels.FloodLimits;
import io.lynceus.labels.Pace;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of what the domain offers.
class Wiring {
    @Produces
    @Singleton
    AskingPolicy askingPolicy(LabelsConfig config) {
        return new AskingPolicy(config.trainingShare(), config.exploration(), config.assignment());
    }

    @Produces
    @Singleton
    @Startup
    FloodLimits floodLimits(LabelsConfig config) {
        return new FloodLimits(
                new Pace("votes", config.votesLimit(), config.votesPeriod()),
                new Pace("comments", config.commentsLimit(), config.commentsPeriod()),
                new Pace("reports", config.reportsLimit(), config.reportsPeriod()),
                config.reportsThatHide());
    }
}
