package io.lynceus.crossmatch.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A simulated complete catalogue on a sixteenth of a square degree, and X-ray sources half of which are in it.
class CalibrationTest {
    private static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0, 10);
    private static final CatalogueRole OPTICAL = new CatalogueRole.Counterparts("optical", 1);
    private static final double SIDE_DEG = 0.25;
    private static final int ROWS = 2500;
    private static final List<Double> RATES = List.of(0.15, 0.01, 0.05);

    private final Random random = new Random(12);
    private final List<CatalogueEntry> entries = new ArrayList<>();

    private SkyPosition anywhere() {
        return new SkyPosition(150 + SIDE_DEG * random.nextDouble(), SIDE_DEG * (random.nextDouble() - 0.5));
    }

    private ReferenceCatalogue catalogue() {
        for (int i = 0; i < ROWS; i++) {
            entries.add(Skies.entry("e" + i, anywhere(), 0.2));
        }
        return Skies.catalogue("simulated", OPTICAL, ROWS / (SIDE_DEG * SIDE_DEG), entries);
    }

    private List<XrayDetection> detections(int count, boolean real) {
        List<XrayDetection> detections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SkyPosition from =
                    real && i % 2 == 0 ? entries.get(random.nextInt(ROWS)).position() : anywhere();
            SkyPosition to =
                    from.offset(360 * random.nextDouble(), 1.2 * Math.sqrt(-2 * Math.log(random.nextDouble())));
            detections.add(Skies.detection("d" + i, to, 1.2));
        }
        return detections;
    }

    @Test
    void shareOfOtherFakesAboveACutoffIsItsRate() {
        ReferenceCatalogue catalogue = catalogue();
        List<XrayDetection> real = detections(400, true);
        Calibration found =
                Calibration.of(catalogue, SEARCH, "Chandra", real, detections(1000, false), RATES, Optional.empty());
        assertEquals(
                List.of(0.01, 0.05, 0.15),
                found.cutoffs().stream()
                        .map(Calibration.Cutoff::falsePositiveRate)
                        .toList());
        List<XrayDetection> others = detections(1000, false);
        double before = 1;
        for (Calibration.Cutoff cutoff : found.cutoffs()) {
            double rate = share(catalogue, others, cutoff.anyMatchProbability());
            double error = 3 * Math.sqrt(2 * cutoff.falsePositiveRate() / others.size());
            assertEquals(cutoff.falsePositiveRate(), rate, error);
            assertEquals(share(catalogue, real, cutoff.anyMatchProbability()), cutoff.remaining(), 1e-12);
            assertTrue(cutoff.anyMatchProbability() <= before, "cutoffs fall with the rate");
            assertTrue(cutoff.remaining() > cutoff.falsePositiveRate(), "real detections are found more often");
            before = cutoff.anyMatchProbability();
        }
    }

    private static double share(ReferenceCatalogue catalogue, List<XrayDetection> detections, double cutoff) {
        return detections.stream()
                        .filter(detection -> SEARCH.counterparts(detection, List.of(catalogue))
                                        .anyMatchProbability()
                                >= cutoff)
                        .count()
                / (double) detections.size();
    }

    @Test
    void selectionIsRefusedWithTheReason() {
        ReferenceCatalogue selection = Skies.selection("chosen", OPTICAL, 44_000, List.of());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Calibration.of(selection, SEARCH, "Chandra", List.of(), List.of(), RATES, Optional.empty()));
        assertTrue(refused.getMessage().contains("is a selection (complete: false)"), refused.getMessage());
    }

    @Test
    void fakesTooFewForTheLowestRateAreRefused() {
        ReferenceCatalogue catalogue = catalogue();
        List<XrayDetection> few = detections(999, false);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Calibration.of(catalogue, SEARCH, "Chandra", few, few, RATES, Optional.empty()));
        assertTrue(refused.getMessage().endsWith("must be at least 1000"), refused.getMessage());
    }
}
