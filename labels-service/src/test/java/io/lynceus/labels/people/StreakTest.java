package io.lynceus.labels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreakTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    /// @param ago days before today, 0 for today
    private static Streak of(int... ago) {
        return Streak.of(IntStream.of(ago).mapToObj(TODAY::minusDays).toList(), TODAY);
    }

    @Test
    void streakGoesOnWhileTodayHasNoAnswerYetAndEndsWithADayWithoutOne() {
        assertEquals(new Streak(3, 3), of(0, 1, 2));
        assertEquals(new Streak(2, 2), of(1, 2));
        assertEquals(new Streak(0, 2), of(2, 3));
        assertEquals(new Streak(1, 2), of(0, 2, 3));
    }

    @Test
    void longestStreakIsRememberedAndDaysCountOnceInAnyOrder() {
        assertEquals(new Streak(1, 4), of(12, 0, 10, 13, 11, 11, 2));
        assertEquals(new Streak(0, 0), of());
    }

    @Test
    void streakRunsOverTheLeapDayAndTheYear() {
        assertEquals(
                new Streak(62, 62),
                Streak.of(
                        LocalDate.of(2023, 12, 31).datesUntil(TODAY.plusDays(1)).toList(), TODAY));
    }

    @Test
    void daysToComeDoNotCount() {
        assertEquals(new Streak(0, 1), Streak.of(List.of(TODAY.plusDays(1), TODAY.minusDays(2)), TODAY));
        assertThrows(IllegalArgumentException.class, () -> new Streak(2, 1));
    }
}
