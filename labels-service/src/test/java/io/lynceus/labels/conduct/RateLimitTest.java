package io.lynceus.labels.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void refusalSaysTheLimitAndWhenToComeAgain() {
        RateLimitExceeded refusal =
                new RateLimit("votes", 60, Duration.ofMinutes(1)).exceeded(NOON, NOON.plusMillis(47_500));
        assertEquals(13, refusal.waitSeconds());
        assertEquals(
                "at most 60 votes a user in 1 minute: come again in 13 s, at 2026-11-23T12:01:00Z",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 1 minute", "PT10M, 10 minutes", "PT2H, 2 hours", "PT90S, 90 s", "PT0.5S, 500 ms"})
    void periodIsTold(Duration period, String words) {
        assertEquals("at most 2 reports a user in " + words, new RateLimit("reports", 2, period).toString());
    }

    @Test
    void paceThatStopsEverybodyIsRefused() {
        assertEquals(
                "votes-limit must be >= 1: 0",
                assertThrows(IllegalArgumentException.class, () -> new RateLimit("votes", 0, Duration.ofMinutes(1)))
                        .getMessage());
        assertEquals(
                "votes-period must last: PT0S",
                assertThrows(IllegalArgumentException.class, () -> new RateLimit("votes", 1, Duration.ZERO))
                        .getMessage());
    }
}
