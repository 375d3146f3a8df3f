package io.lynceus.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPlaceTest {
    private static StreamPlace at(Long... next) {
        return new StreamPlace(List.of(next));
    }

    @Test
    void readsWhatItWrites() {
        StreamPlace place = at(120L, 0L, 97L);
        assertEquals("120.0.97", place.toString());
        assertEquals(place, StreamPlace.parse("120.0.97"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:2", "1..2", "-1", "1.x", ".", "99999999999999999999", "1.2\n"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StreamPlace.parse(text));
    }

    @Test
    void movesPastAnEventInItsPartitionOnly() {
        StreamPlace place = at(5L, 9L).after(Events.at(1, 12));
        assertEquals(at(5L, 13L), place);
        assertTrue(place.hasSeen(Events.at(1, 12)));
        assertFalse(place.hasSeen(Events.at(0, 12)));
    }

    @Test
    void partitionThatWasAddedIsReadFromItsBeginning() {
        assertEquals(at(5L, 0L, 4L), at(5L).after(Events.at(2, 3)));
        assertEquals(0, at(5L).next(7));
        assertEquals(3, at(5L).recordsTo(at(5L, 3L)));
    }

    @Test
    void placeOfAnotherStreamIsBroughtOntoThisOne() {
        StreamPlace end = at(10L, 20L);
        assertEquals(at(10L, 15L), at(99L, 15L, 7L).within(end, 1000));
    }

    @Test
    void ofAPlaceTooFarBackTheLatestRecordsAreLeft() {
        StreamPlace end = at(1000L, 20L, 1000L);
        assertEquals(at(900L, 0L, 950L), at(0L, 0L, 950L).within(end, 300));
        assertEquals(at(800L, 0L, 990L), at(800L, 0L, 990L).within(end, 300));
    }
}
