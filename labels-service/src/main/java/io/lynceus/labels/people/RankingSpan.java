package io.lynceus.labels.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The time that a ranking is about.
public enum RankingSpan {
    /// From the first vote on.
    ALL,
    /// The week by ISO 8601: from Monday, UTC.
    WEEK;

    /// The span of this [#label].
    public static Optional<RankingSpan> of(String label) {
        return Arrays.stream(values())
                .filter(span -> span.label().equals(label))
                .findFirst();
    }

    /// As people write it: `all`, `week`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its first day, if it has one.
    public Optional<LocalDate> begins(LocalDate today) {
        return switch (this) {
            case ALL -> Optional.empty();
            case WEEK -> Optional.of(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        };
    }
}
