package io.lynceus.labels.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Rate limit of one user: at most so many actions in any period of this length.
///
/// @param what plural, as in `votes`
/// @param most >= 1
/// @param period > 0
public record RateLimit(String what, int most, Duration period) {
    public RateLimit {
        if (!(most >= 1)) {
            throw new IllegalArgumentException(what + "-limit must be >= 1: " + most);
        }
        if (!period.isPositive()) {
            throw new IllegalArgumentException(what + "-period must last: " + period);
        }
    }

    /// Tells a user that asks at `asked` when to try again.
    ///
    /// @param first the earliest of the latest [#most] of what the user has done
    public RateLimitExceeded exceeded(Instant first, Instant asked) {
        Instant again = first.plus(period);
        long waitSeconds =
                Duration.between(asked, again).plusSeconds(1).minusNanos(1).toSeconds();
        Instant shown = again.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
        return new RateLimitExceeded(this + ": come again in " + waitSeconds + " s, at " + shown, waitSeconds);
    }

    /// E.g. `at most 60 votes a user in 1 minute`.
    @Override
    public String toString() {
        return "at most " + most + " " + what + " a user in " + words(period);
    }

    private static String words(Duration period) {
        if (period.getNano() == 0 && period.toSeconds() % 3600 == 0) {
            return plural(period.toHours(), "hour");
        }
        if (period.getNano() == 0 && period.toSeconds() % 60 == 0) {
            return plural(period.toMinutes(), "minute");
        }
        return period.getNano() == 0 ? period.toSeconds() + " s" : period.toMillis() + " ms";
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
