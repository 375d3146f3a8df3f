package io.lynceus.crossmatch.files.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void floatBecomesTheDecimalThatItsTextIs() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            assertSameAsText((float) (Math.rint(random.nextDouble() * 30_000) / 1000));
            assertSameAsText((float) (random.nextGaussian() * Math.pow(10, random.nextInt(16) - 6)));
            assertSameAsText(Float.intBitsToFloat(random.nextInt()));
        }
        for (float special : new float[] {0, -0f, 1, -1, 9_999_999, 1e7f, Float.MAX_VALUE, Float.MIN_VALUE}) {
            assertSameAsText(special);
        }
    }

    @Test
    void whatIsNoNumberStaysWhatItIs() {
        assertEquals(Double.NaN, Decimal.of(Float.NaN));
        assertEquals(Double.NEGATIVE_INFINITY, Decimal.of(Float.NEGATIVE_INFINITY));
    }

    private static void assertSameAsText(float value) {
        assertEquals(Double.parseDouble(Float.toString(value)), Decimal.of(value));
    }
}
