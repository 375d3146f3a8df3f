package io.lynceus.labels.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/// Days in a row with an answer, UTC.
///
/// @param current the days up to today, or up to yesterday while today has none yet [days]
/// @param longest ever [days]
public record Streak(int current, int longest) {
    public Streak {
        if (!(current >= 0 && current <= longest)) {
            throw new IllegalArgumentException(
                    "current streak must lie in [0, " + longest + "] days, the longest: " + current);
        }
    }

    /// @param days with an answer, in any order; later ones than today do not count
    public static Streak of(Collection<LocalDate> days, LocalDate today) {
        LocalDate last = LocalDate.MIN;
        int run = 0;
        int longest = 0;
        for (LocalDate day : new TreeSet<>(days).headSet(today, true)) {
            run = day.equals(last.plusDays(1)) ? run + 1 : 1;
            longest = Math.max(longest, run);
            last = day;
        }
        return new Streak(last.isBefore(today.minusDays(1)) ? 0 : run, longest);
    }
}
