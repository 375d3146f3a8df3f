package io.lynceus.crossmatch.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// A simulated catalogue whose field has magnitudes around 21 and whose X-ray sources have theirs around 19.
class MagnitudePriorTest {
    private static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0, 10);
    private static final CatalogueRole OPTICAL = new CatalogueRole.Counterparts("optical", 1);
    private static final double SIDE_DEG = 0.2;
    private static final int FIELD = 1600;
    private static final int SOURCES = 500;

    private final Random random = new Random(6);
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private final List<XrayDetection> detections = new ArrayList<>();
    private final List<XrayDetection> fakes = new ArrayList<>();

    private SkyPosition anywhere() {
        return new SkyPosition(150 + SIDE_DEG * random.nextDouble(), SIDE_DEG * (random.nextDouble() - 0.5));
    }

    private SkyPosition blurred(SkyPosition position, double sigma) {
        return position.offset(360 * random.nextDouble(), sigma * Math.sqrt(-2 * Math.log(random.nextDouble())));
    }

    private ReferenceCatalogue sky(double xraySigma) {
        for (int i = 0; i < FIELD; i++) {
            entries.add(Skies.bright("f" + i, anywhere(), 0.2, "G", 21 + random.nextGaussian()));
            fakes.add(Skies.detection("fake" + i, anywhere(), xraySigma));
        }
        for (int i = 0; i < SOURCES; i++) {
            SkyPosition place = anywhere();
            entries.add(Skies.bright("s" + i, blurred(place, 0.2), 0.2, "G", 19 + random.nextGaussian()));
            detections.add(Skies.detection("s" + i, blurred(place, xraySigma), xraySigma));
        }
        return Skies.catalogue("simulated", OPTICAL, (FIELD + SOURCES) / (SIDE_DEG * SIDE_DEG), entries);
    }

    @Test
    void weightIsTheRatioOfBothDensitiesSmoothedTowardsOne() {
        double[] counterparts = DoubleStream.generate(() -> 19 + random.nextGaussian())
                .limit(20_000)
                .toArray();
        double[] field = DoubleStream.generate(() -> 21 + random.nextGaussian())
                .limit(200_000)
                .toArray();
        MagnitudePrior prior = MagnitudePrior.learned("G", counterparts, field);
        // Two unit Gaussians two magnitudes apart: ln ratio at m is (21 - m)^2/2 - (19 - m)^2/2 = 40 - 2 m.
        for (double magnitude : new double[] {18.7, 19.3, 20}) {
            double expected = (40 - 2 * magnitude) / Math.log(10);
            assertEquals(
                    expected, prior.log10Weight(Skies.bright("e", new SkyPosition(1, 1), 1, "G", magnitude)), 0.15);
        }
        assertEquals(0, prior.log10Weight(Skies.bright("e", new SkyPosition(1, 1), 1, "W1", 15)));
    }

    @Test
    void meanWeightOfTheFieldIsOneSoThatNoMagnitudeIsNoEvidence() {
        double[] field = DoubleStream.generate(() -> 21 + random.nextGaussian())
                .limit(50_000)
                .toArray();
        MagnitudePrior prior = MagnitudePrior.learned(
                "G",
                DoubleStream.generate(() -> 19 + random.nextGaussian())
                        .limit(150)
                        .toArray(),
                field);
        double mean = DoubleStream.of(field)
                .map(magnitude ->
                        Math.pow(10, prior.log10Weight(Skies.bright("e", new SkyPosition(1, 1), 1, "G", magnitude))))
                .average()
                .orElseThrow();
        assertEquals(1, mean, 1e-3);
    }

    @Test
    void priorLearnedFromSecureMatchesFindsMoreOfTheOthers() {
        MagnitudePrior prior = MagnitudePrior.learned(sky(0.5), SEARCH, "G", detections, fakes);
        assertTrue(prior.counterparts() > SOURCES / 2, prior.counterparts() + " secure");
        entries.clear();
        detections.clear();
        ReferenceCatalogue blurredSky = sky(2.5);
        int without = found(blurredSky, Map.of());
        int with = found(blurredSky, Map.of(blurredSky.version(), prior));
        assertTrue(with > without + SOURCES / 50, with + " with magnitudes, " + without + " without");
    }

    private int found(ReferenceCatalogue catalogue, Map<CatalogueVersion, MagnitudePrior> priors) {
        return (int) detections.stream()
                .filter(detection -> SEARCH.counterparts(detection, List.of(catalogue), priors).candidates().stream()
                        .anyMatch(one -> one.best() && one.entry().id().equals(detection.id())))
                .count();
    }

    @Test
    void tooFewSecureMatchesAndSelectionsAreRefused() {
        double[] few = new double[99];
        assertThrows(IllegalArgumentException.class, () -> MagnitudePrior.learned("G", few, new double[1000]));
        ReferenceCatalogue selection = Skies.selection("chosen", OPTICAL, 44_000, List.of());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> MagnitudePrior.learned(selection, SEARCH, "G", List.of(), List.of()));
        assertTrue(refused.getMessage().contains("is a selection (complete: false)"), refused.getMessage());
    }

    @Test
    void magnitudeIsATermOfTheCandidatesOdds() {
        ReferenceCatalogue catalogue = sky(0.5);
        MagnitudePrior prior = MagnitudePrior.learned(catalogue, SEARCH, "G", detections, fakes);
        Counterpart one = SEARCH.counterparts(
                        detections.getFirst(), List.of(catalogue), Map.of(catalogue.version(), prior))
                .candidates()
                .getFirst();
        assertEquals(prior.log10Weight(one.entry()), one.terms().magnitude(), 1e-12);
    }
}
