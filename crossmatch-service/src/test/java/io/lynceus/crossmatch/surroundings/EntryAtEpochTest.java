package io.lynceus.crossmatch.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EntryAtEpochTest {
    private static final SkyPosition HERE = new SkyPosition(10, 60);

    @Test
    void starIsMovedToTheEpochOfTheDetection() {
        CatalogueEntry star = star(Optional.of(motion(300, -400, OptionalDouble.of(1))));
        EntryAtEpoch moved = EntryAtEpoch.of(star, ObservationEpoch.at(new JulianEpoch(2006)), typical());
        assertEquals(5, HERE.separationArcsec(moved.position()), 1e-6);
        // Back by ten years of 0.3" east and 0.4" south: west by 3" and north by 4".
        assertEquals(360 - 36.8699, HERE.positionAngleDeg(moved.position()), 1e-3);
        assertEquals(0.1 * 0.1 + 0.01 * 0.01, moved.covariance().eastEast(), 1e-9);
    }

    @Test
    void spreadOfTheEpochTimesTheMotionWidensThePosition() {
        CatalogueEntry star = star(Optional.of(motion(300, -400, OptionalDouble.of(1))));
        EntryAtEpoch moved = EntryAtEpoch.of(star, new ObservationEpoch(new JulianEpoch(2016), 5), typical());
        assertEquals(0, HERE.separationArcsec(moved.position()), 1e-9);
        assertEquals(0.01 + 0.005 * 0.005 + 1.5 * 1.5, moved.covariance().eastEast(), 1e-9);
        assertEquals(-1.5 * 2, moved.covariance().eastNorth(), 1e-9);
    }

    @Test
    void unmeasuredMotionIsNoneWithTheTypicalOneAsItsError() {
        EntryAtEpoch there =
                EntryAtEpoch.of(star(Optional.empty()), ObservationEpoch.at(new JulianEpoch(2006)), typical());
        assertEquals(0, HERE.separationArcsec(there.position()), 1e-9);
        assertEquals(0.01 + 0.2 * 0.2, there.covariance().eastEast(), 1e-9);
    }

    @Test
    void motionWithoutAnErrorGetsTheTypicalError() {
        CatalogueEntry star = star(Optional.of(motion(0, 0, OptionalDouble.empty())));
        EntryAtEpoch there = EntryAtEpoch.of(star, ObservationEpoch.at(new JulianEpoch(2006)), typical());
        assertEquals(0.01 + 0.005 * 0.005, there.covariance().northNorth(), 1e-9);
    }

    @Test
    void typicalMotionIsTheScatterOfTheMeasuredOnesAndNothingIsNaN() {
        CatalogueStatistics statistics = CatalogueStatistics.of(List.of(
                star(Optional.of(motion(10, -10, OptionalDouble.of(0.3)))),
                star(Optional.of(motion(-10, 10, OptionalDouble.of(0.5)))),
                star(Optional.empty())));
        assertEquals(14.826, statistics.typicalMotionMasPerYr(), 1e-3);
        assertEquals(0.4, statistics.typicalMotionErrorMasPerYr(), 1e-9);
        assertEquals(0, CatalogueStatistics.of(List.of()).typicalMotionMasPerYr());
    }

    private static CatalogueStatistics typical() {
        return new CatalogueStatistics(3, 0.1, 2016, 2016, 500, 1, 20, 0.5, 0);
    }

    private static CatalogueMotion motion(double east, double north, OptionalDouble error) {
        return new CatalogueMotion(new Measurement(east, error), new Measurement(north, error));
    }

    private static CatalogueEntry star(Optional<CatalogueMotion> motion) {
        return new CatalogueEntry(
                "star",
                Optional.empty(),
                HERE,
                ErrorEllipse.circle(0.1, Containment.ONE_SIGMA_PER_AXIS),
                Optional.of(new JulianEpoch(2016)),
                motion,
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }
}
