package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallConeTest {
    private final Random random = new Random(29);

    @Test
    void cellsHoldEveryPositionWithinTheRadius() {
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            SkyPosition center = center(i);
            double radius = Math.pow(10, 7 * random.nextDouble() - 3);
            SmallCone cone = new SmallCone();
            if (cone.set(Healpix.cell(Healpix.ORDER_MAX, center), radius)) {
                taken++;
                for (int j = 0; j < 20; j++) {
                    double separation = radius * (j < 10 ? 1 - 1e-9 : random.nextDouble());
                    SkyPosition near = center.offset(360 * random.nextDouble(), separation);
                    assertTrue(
                            holds(cone, Healpix.cell(Healpix.ORDER_MAX, near)),
                            near + " near " + center + ", " + radius);
                }
            }
        }
        assertTrue(taken > 12_000, "only " + taken + " of 20000 cones are small");
    }

    @Test
    void runsAscendWithGapsBetweenThem() {
        SmallCone cone = new SmallCone();
        for (int i = 0; i < 10_000; i++) {
            if (cone.set(Healpix.cell(Healpix.ORDER_MAX, center(i)), 5)) {
                for (int run = 0; run < cone.runs(); run++) {
                    assertTrue(cone.to(run) > cone.from(run));
                    assertTrue(run == 0 || cone.from(run) > cone.to(run - 1));
                }
            }
        }
    }

    @Test
    void mostConesOfFiveArcsecondsTakeOneRun() {
        SmallCone cone = new SmallCone();
        int runs = 0;
        for (int i = 0; i < 10_000; i++) {
            cone.set(Healpix.cell(Healpix.ORDER_MAX, anywhere()), 5);
            runs += cone.runs();
        }
        assertTrue(runs < 15_000, runs + " runs");
    }

    @Test
    void coneAtAPoleOrAsWideAsTheSkyIsLeftToTheSearchOfTheWholeSky() {
        SmallCone cone = new SmallCone();
        assertFalse(cone.set(Healpix.cell(Healpix.ORDER_MAX, new SkyPosition(12, 90)), 5));
        assertFalse(cone.set(Healpix.cell(Healpix.ORDER_MAX, new SkyPosition(45, 0)), 648_000));
    }

    private SkyPosition center(int i) {
        return switch (i % 4) {
            case 0 -> new SkyPosition(360 * random.nextDouble(), 90 - 3 * random.nextDouble());
            case 1 -> new SkyPosition(360 * random.nextDouble(), -90 + 0.01 * random.nextDouble());
            case 2 -> new SkyPosition(90 * random.nextInt(4) + random.nextDouble() / 100, 41 + random.nextDouble());
            default -> anywhere();
        };
    }

    private SkyPosition anywhere() {
        return new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
    }

    private static boolean holds(SmallCone cone, long cell) {
        for (int run = 0; run < cone.runs(); run++) {
            if (cell >= cone.from(run) && cell < cone.to(run)) {
                return true;
            }
        }
        return false;
    }
}
