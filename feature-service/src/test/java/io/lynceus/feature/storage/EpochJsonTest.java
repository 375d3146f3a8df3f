package io.lynceus.feature.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.EpochBuilder;
import io.lynceus.feature.epoch.HostGalaxy;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.epoch.PositionError;
import io.lynceus.feature.epoch.SearchedCatalogue;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.GoldenFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EpochJsonTest {
    private static final Epoch FULL = new Epoch(
            "detection-1",
            "Chandra",
            "ACIS",
            Optional.of(Instant.parse("2010-03-04T05:06:07.5Z")),
            new SkyPosition(150.1163, 2.2058),
            Optional.of(new PositionError(1.2, 0.9, OptionalDouble.of(0.95))),
            List.of(
                    new BandPhotometry(
                            "soft", new EnergyBand(0.5, 1.2), new Photometry.Flux(Measurement.of(4.1e-15, 8e-16))),
                    new BandPhotometry("hard", new EnergyBand(2, 7), new Photometry.UpperLimit(2e-14, 0.997))),
            OptionalDouble.of(9.4),
            OptionalDouble.of(0.41),
            OptionalDouble.of(0),
            Optional.of(Measurement.of(1.9, 0.2)),
            Optional.of(List.of(new SearchedCatalogue("gaia-dr3", List.of("G", "BP", "parallax")))),
            List.of(new Counterpart(
                    "gaia-dr3",
                    1,
                    OptionalDouble.of(0.98),
                    Map.of("G", Measurement.of(20.1), "BP", Measurement.of(20.4, 0.1)),
                    Optional.of(Measurement.of(-0.02, 0.3)),
                    Optional.of(Measurement.of(5, 0.5)))),
            Optional.of(new HostGalaxy(0.7, OptionalDouble.of(-0.001), OptionalDouble.of(3.6))));

    @Test
    void everyFieldSurvivesTheStore() {
        assertEquals(FULL, EpochJson.read(EpochJson.write(FULL)));
    }

    @Test
    void whatIsMissingStaysMissing() {
        Epoch bare = EpochBuilder.epoch("bare").build();

        assertEquals(bare, EpochJson.read(EpochJson.write(bare)));
    }

    @Test
    void theStoredFormatDoesNotDrift() {
        new GoldenFile("epoch.json").assertMatches(EpochJson.write(FULL));
    }
}
