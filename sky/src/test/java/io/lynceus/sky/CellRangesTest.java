package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellRangesTest {
    private static final CellRange LOW = new CellRange(2, 4);
    private static final CellRange HIGH = new CellRange(6, 7);

    @Test
    void containsExactlyTheCellsOfItsRanges() {
        CellRanges cells = new CellRanges(0, List.of(LOW, HIGH));
        assertArrayEquals(new long[] {2, 3, 6}, cells.cells());
        assertEquals(3, cells.size());
        assertTrue(cells.contains(2) && cells.contains(3) && cells.contains(6));
        assertFalse(cells.contains(1) || cells.contains(4) || cells.contains(5) || cells.contains(7));
    }

    @Test
    void emptyHoldsNothing() {
        CellRanges none = new CellRanges(5, List.of());
        assertEquals(0, none.size());
        assertFalse(none.contains(0));
    }

    @Test
    void laterChangesToTheGivenListDoNotReachIt() {
        List<CellRange> given = new ArrayList<>(List.of(LOW));
        CellRanges cells = new CellRanges(0, given);
        given.add(HIGH);
        assertEquals(2, cells.size());
    }

    @Test
    void disorderOverlapTouchAndExcessAreRefused() {
        refused(List.of(HIGH, LOW));
        refused(List.of(LOW, new CellRange(3, 5)));
        refused(List.of(LOW, new CellRange(4, 5)));
        refused(List.of(new CellRange(11, 13)));
        assertThrows(IllegalArgumentException.class, () -> new CellRange(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new CellRange(-1, 3));
    }

    private static void refused(List<CellRange> ranges) {
        assertThrows(IllegalArgumentException.class, () -> new CellRanges(0, ranges));
    }
}
