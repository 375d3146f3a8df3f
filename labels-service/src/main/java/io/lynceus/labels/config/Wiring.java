package io.lynceus.labels.config;

import io.lynceus.labels.asking.AskingPolicy;
import io.lynceus.labels.conduct.RateLimit;
import io.lynceus.labels.conduct.RateLimits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of domain objects.
class Wiring {
    @Produces
    @Singleton
    AskingPolicy askingPolicy(LabelsConfig config) {
        return new AskingPolicy(config.trainingShare(), config.exploration(), config.assignment());
    }

    @Produces
    @Singleton
    @Startup
    RateLimits floodLimits(LabelsConfig config) {
        return new RateLimits(
                new RateLimit("votes", config.votesLimit(), config.votesPeriod()),
                new RateLimit("comments", config.commentsLimit(), config.commentsPeriod()),
                new RateLimit("reports", config.reportsLimit(), config.reportsPeriod()),
                config.reportsThatHide());
    }
}
