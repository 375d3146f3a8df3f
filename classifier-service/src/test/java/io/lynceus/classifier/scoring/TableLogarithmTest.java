package io.lynceus.classifier.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TableLogarithmTest {
    @Test
    void itIsTheNaturalLogarithmAcrossTheRangeOfDoubles() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double x = Math.exp(1400 * random.nextDouble() - 700);
            assertEquals(Math.log(x), TableLogarithm.ln(x), 1e-12);
        }
    }

    @Test
    void itIsExactEnoughAtTheEndsOfEveryTableEntry() {
        for (int entry = 0; entry <= 512; entry++) {
            double mantissa = 1 + entry / 512.0;
            for (double x : new double[] {mantissa, Math.nextDown(mantissa), Math.nextUp(mantissa)}) {
                assertEquals(Math.log(x), TableLogarithm.ln(x), 1e-15);
            }
        }
    }
}
