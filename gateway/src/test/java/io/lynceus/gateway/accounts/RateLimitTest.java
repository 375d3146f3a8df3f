package io.lynceus.gateway.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RateLimit limit = new RateLimit(3, SECOND);

    @Test
    void burstIsAtOnceAndThenOneForEveryRefill() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, limit.take("ada", 0));
        }
        assertEquals(SECOND, limit.take("ada", 0));
        assertEquals(Duration.ofMillis(250), limit.take("ada", 750_000_000));
        assertEquals(Duration.ZERO, limit.take("ada", 1_000_000_000));
        assertEquals(SECOND, limit.take("ada", 1_000_000_000));
    }

    @Test
    void whoIsRefusedWaitsNoLongerForHavingAsked() {
        for (int i = 0; i < 100; i++) {
            limit.take("ada", 0);
        }
        assertEquals(SECOND, limit.take("ada", 0));
    }

    @Test
    void bucketFillsUpToTheBurstAndNoFurther() {
        long day = Duration.ofDays(1).toNanos();
        limit.take("ada", 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, limit.take("ada", day));
        }
        assertEquals(SECOND, limit.take("ada", day));
    }

    @Test
    void nobodyPaysForAnother() {
        for (int i = 0; i < 4; i++) {
            limit.take("ada", 0);
        }
        assertEquals(Duration.ZERO, limit.take("eve", 0));
    }

    @Test
    void floodOfNamesForgetsTheLongestUnusedOnly() {
        for (int i = 0; i < 3; i++) {
            limit.take("ada", 0);
            limit.take("eve", 0);
        }
        for (int i = 0; i < RateLimit.MOST - 1; i++) {
            limit.take("stranger " + i, 0);
            if (i % 1000 == 0) {
                limit.take("eve", 0);
            }
        }
        assertEquals(SECOND, limit.take("eve", 0));
        assertEquals(Duration.ZERO, limit.take("ada", 0));
    }

    @Test
    void limitThatLetsNobodyThroughIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(0, SECOND));
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, Duration.ZERO));
    }
}
