package io.lynceus.labels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingSpanTest {
    @Test
    void weekIsThatOfIso8601() {
        // ISO 8601-1:2019, 2021-01-03 is the Sunday of 2020-W53.
        assertEquals(Optional.of(LocalDate.of(2020, 12, 28)), RankingSpan.WEEK.begins(LocalDate.of(2021, 1, 3)));
        assertEquals(Optional.of(LocalDate.of(2021, 1, 4)), RankingSpan.WEEK.begins(LocalDate.of(2021, 1, 4)));
        assertEquals(Optional.empty(), RankingSpan.ALL.begins(LocalDate.of(2021, 1, 3)));
        assertEquals(Optional.of(RankingSpan.WEEK), RankingSpan.of("week"));
        assertEquals(Optional.empty(), RankingSpan.of("Week"));
    }
}
