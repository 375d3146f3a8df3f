package io.lynceus.crossmatch.files.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngleFormatTest {
    @ParameterizedTest
    @CsvSource({
        "01:33:08.72, 15, 23.286333333333335",
        "12h30m00s, 15, 187.5",
        "+38:32:17.2, 1, 38.53811111111111",
        "-00:30:36, 1, -0.51",
        "9 9 9.0, 15, 137.2875",
        "-78 28 21.1, 1, -78.47252777777778"
    })
    void sexagesimalFieldsBecomeDegrees(String cell, double degPerUnit, double expected) {
        assertEquals(AngleFormat.SEXAGESIMAL, AngleFormat.of(cell));
        assertEquals(expected, AngleFormat.SEXAGESIMAL.degrees(cell, degPerUnit), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"187.5", "-0.5", "1.2e2", " 12 "})
    void numberIsDegreesAsItStands(String cell) {
        assertEquals(AngleFormat.DECIMAL, AngleFormat.of(cell));
        assertEquals(Double.parseDouble(cell), AngleFormat.DECIMAL.degrees(cell, 15));
    }

    @Test
    void positionWithoutSecondsIsRefusedAsTooCoarse() {
        assertRefused(AngleFormat.SEXAGESIMAL, "12:30.5", "has 2 sexagesimal fields");
    }

    @Test
    void cellWrittenUnlikeItsColumnIsRefused() {
        assertRefused(AngleFormat.SEXAGESIMAL, "187.5", "not written as the column's first value, sexagesimal");
        assertRefused(AngleFormat.DECIMAL, "12:30:00", "not written as the column's first value, in decimal degrees");
    }

    @Test
    void minutesAndSecondsStayBelowSixty() {
        assertRefused(AngleFormat.SEXAGESIMAL, "12:60:00", "outside [0, 60)");
        assertRefused(AngleFormat.SEXAGESIMAL, "12:30:61", "outside [0, 60)");
        assertRefused(AngleFormat.SEXAGESIMAL, "12:-3:00", "outside [0, 60)");
    }

    private static void assertRefused(AngleFormat notation, String cell, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> notation.degrees(cell, 15))
                .getMessage();
        assertTrue(message.contains(reason) && message.contains(cell), message);
    }
}
