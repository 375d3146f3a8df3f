package io.lynceus.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void weekIsThatOfIso8601() {
        // ISO 8601-1:2019, 2021-01-03 is the Sunday of 2020-W53.
        assertEquals(Optional.of(LocalDate.of(2020, 12, 28)), Span.WEEK.begins(LocalDate.of(2021, 1, 3)));
        assertEquals(Optional.of(LocalDate.of(2021, 1, 4)), Span.WEEK.begins(LocalDate.of(2021, 1, 4)));
        assertEquals(Optional.empty(), Span.ALL.begins(LocalDate.of(2021, 1, 3)));
        assertEquals(Optional.of(Span.WEEK), Span.of("week"));
        assertEquals(Optional.empty(), Span.of("Week"));
    }
}
