package io.lynceus.labels.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.consensus.SuccessRate;

/// A share with its 95% interval by Wilson's score.
@JsonNaming(SnakeCaseStrategy.class)
public record RateDocument(int right, int answers, double share, double low, double high) {
    public static RateDocument of(SuccessRate rate) {
        return new RateDocument(rate.successes(), rate.trials(), rate.share(), rate.low(), rate.high());
    }
}
