package io.lynceus.feature.lightcurve;

import static io.lynceus.feature.epoch.EpochBuilder.epoch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.EpochBuilder;
import io.lynceus.feature.epoch.Gaussian;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.features.FeatureVector;
import io.lynceus.feature.lightcurve.BayesianBlocks.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BayesianBlocksTest {
    @Test
    void theDivisionIsTheBestOfAll() {
        SplittableRandom random = new SplittableRandom(1);
        for (int sky = 0; sky < 200; sky++) {
            List<BayesianBlocks.Epoch> epochs = series(9, i -> i < 4 ? 0 : 3, random);
            List<Block> found = BayesianBlocks.of(epochs);
            double best = Double.NEGATIVE_INFINITY;
            for (int cuts = 0; cuts < 1 << 8; cuts++) {
                best = Math.max(best, -chiSquaredHalf(divided(epochs, cuts)) - price(9, Integer.bitCount(cuts)));
            }
            assertEquals(
                    best,
                    -chiSquaredHalf(found.stream().map(Block::epochs).toList()) - price(9, found.size() - 1),
                    1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 60})
    void aConstantSourceSeldomChanges(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int draws = 40_000;
        int changed = 0;
        for (int draw = 0; draw < draws; draw++) {
            changed += BayesianBlocks.of(series(size, i -> 5, random)).size() > 1 ? 1 : 0;
        }
        double expected = BayesianBlocks.FALSE_ALARM * draws;
        double spread = 4 * Math.sqrt(expected);
        assertTrue(changed < 1.02 * expected + spread, changed + " of " + draws + " for " + size);
        if (size == 2) {
            assertEquals(expected, changed, 0.02 * expected + spread, "exact for two epochs");
        }
    }

    @Test
    void anOutburstStandsOut() {
        List<Block> blocks = BayesianBlocks.of(series(20, i -> i >= 8 && i < 11 ? 12 : 5, new SplittableRandom(3)));

        assertEquals(
                List.of(8, 3, 9),
                blocks.stream().map(block -> block.epochs().size()).toList());
        assertEquals(12, blocks.get(1).flux().value(), 3 / Math.sqrt(3));
        assertEquals(1 / Math.sqrt(3), blocks.get(1).flux().error().orElseThrow(), 1e-12);
    }

    @Test
    void differencesOfTheMissionsCalibrationAreNoChange() {
        FeatureVector steady = features(
                epoch("a").start("2010-01-01T00:00:00Z").flux(0.5, 7, 1.00e-12, 1e-14),
                epoch("b").start("2011-01-01T00:00:00Z").flux(0.5, 7, 1.15e-12, 1e-14));
        FeatureVector changed = features(
                epoch("a").start("2010-01-01T00:00:00Z").flux(0.5, 7, 1e-12, 1e-14),
                epoch("b").start("2011-01-01T00:00:00Z").flux(0.5, 7, 1e-11, 1e-13));

        assertEquals(OptionalDouble.of(1), steady.value("flux_blocks"));
        assertEquals(OptionalDouble.of(0), steady.value("block_ratio"));
        assertEquals(OptionalDouble.of(2), changed.value("flux_blocks"));
        assertEquals(1, changed.value("block_ratio").orElseThrow(), 1e-12);
    }

    @Test
    void aLimitAfterABrightEpochIsAChange() {
        FeatureVector faded = features(
                epoch("bright").start("2010-01-01T00:00:00Z").flux(0.5, 7, 1e-12, 1e-14),
                epoch("gone").start("2011-01-01T00:00:00Z").limit(0.5, 7, 3e-14));

        assertEquals(OptionalDouble.of(2), faded.value("flux_blocks"));
        // The limit's 1σ, 1e-14 to the 0.3% that 0.997 and the closed form leave, stands for the flux.
        assertEquals(2, faded.value("block_ratio").orElseThrow(), 0.05);
    }

    @Test
    void aSourceSeenOnceHasNoBlocks() {
        assertEquals(
                OptionalDouble.empty(),
                features(epoch("a").start("2010-01-01T00:00:00Z").flux(0.5, 7, 1e-12, 1e-14))
                        .value("flux_blocks"));
    }

    private static FeatureVector features(EpochBuilder... epochs) {
        return new FeatureExtractor(RulesFile.shipped())
                .features(List.of(epochs).stream().map(EpochBuilder::build).toList());
    }

    private static List<BayesianBlocks.Epoch> series(int size, IntToDoubleFunction flux, SplittableRandom random) {
        List<BayesianBlocks.Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            epochs.add(new BayesianBlocks.Epoch(
                    "e" + i, Instant.ofEpochSecond(i), flux.applyAsDouble(i) + random.nextGaussian(), 1));
        }
        return epochs;
    }

    private static List<List<BayesianBlocks.Epoch>> divided(List<BayesianBlocks.Epoch> epochs, int cuts) {
        List<List<BayesianBlocks.Epoch>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < epochs.size(); i++) {
            blocks.getLast().add(epochs.get(i));
            if ((cuts >> i & 1) == 1) {
                blocks.add(new ArrayList<>());
            }
        }
        return blocks;
    }

    private static double chiSquaredHalf(List<List<BayesianBlocks.Epoch>> blocks) {
        double sum = 0;
        for (List<BayesianBlocks.Epoch> block : blocks) {
            double mean = block.stream()
                    .mapToDouble(BayesianBlocks.Epoch::flux)
                    .average()
                    .orElseThrow();
            sum += block.stream()
                    .mapToDouble(e -> (e.flux() - mean) * (e.flux() - mean) / 2)
                    .sum();
        }
        return sum;
    }

    private static double price(int size, int cuts) {
        double sigmas = Gaussian.sigmas(1 - BayesianBlocks.FALSE_ALARM / (size - 1));
        return cuts * sigmas * sigmas / 2;
    }
}
