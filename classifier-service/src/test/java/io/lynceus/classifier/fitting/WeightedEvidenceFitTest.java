package io.lynceus.classifier.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.Posteriors;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedEvidenceFitTest {
    private static WeightedEvidence fit(TrainingTable table) {
        FitRule.ModernMode rule =
                (FitRule.ModernMode) SyntheticSky.evidenceOptions().rule();
        return new WeightedEvidenceFit(SyntheticSky.evidenceOptions(), rule, table, Prior.SURVEY_FOUR_CLASSES).fit();
    }

    private static TrainingTable withLabels(TrainingTable table, List<SourceClass> labels) {
        return new TrainingTable(table.features(), table.values(), labels, table.skyCells());
    }

    @Test
    void equalTablesGiveEqualRules() {
        assertEquals(fit(SyntheticSky.table(300, 1)), fit(SyntheticSky.table(300, 1)));
    }

    @Test
    void labelsWithoutMeaningLeaveEveryPosteriorNearThePrior() {
        TrainingTable table = SyntheticSky.table(1200, 2);
        SplittableRandom random = new SplittableRandom(5);
        List<SourceClass> labels = IntStream.range(0, table.rows())
                .mapToObj(row -> Taxonomy.FOUR_CLASSES.classes().get(random.nextInt(4)))
                .toList();
        Model model = new ModelFit(SyntheticSky.evidenceOptions()).fitForSample(withLabels(table, labels));
        double[] posteriors = Posteriors.of(model, table.values());
        double largest = Arrays.stream(posteriors).average().orElseThrow();
        assertEquals(0.25, largest, 1e-9);
        long sure = Arrays.stream(posteriors).filter(p -> p > 0.5).count();
        assertTrue(sure < 0.02 * table.rows(), sure + " sources of 1200 are sure of a class that means nothing");
    }

    @Test
    void meanPosteriorOfEveryClassIsItsShareOfTheSample() {
        TrainingTable all = SyntheticSky.table(1600, 3);
        TrainingTable table = all.rows(IntStream.range(0, all.rows())
                .filter(row -> row % 4 != 3 || row % 20 == 3)
                .toArray());
        Model model = new ModelFit(SyntheticSky.evidenceOptions()).fitForSample(table);
        double[] posteriors = Posteriors.of(model, table.values());
        for (int c = 0; c < 4; c++) {
            int sourceClass = c;
            double mean = IntStream.range(0, table.rows())
                    .mapToDouble(row -> posteriors[row * 4 + sourceClass])
                    .average()
                    .orElseThrow();
            assertEquals(model.prior().probabilities().get(c), mean, 0.02);
        }
    }

    @Test
    void evidenceOfAFeatureIsTheRatioOfItsDensities() {
        // Two Gaussians of width 1 at -1 and 1: ln ratio of the classes is 2 x, smoothed by the kernel.
        SplittableRandom random = new SplittableRandom(7);
        int rows = 4000;
        double[] values = IntStream.range(0, rows)
                .mapToDouble(row -> (row % 2 == 0 ? -1 : 1) + random.nextGaussian())
                .toArray();
        Taxonomy two = Taxonomy.of("A", "B");
        TrainingTable table = new TrainingTable(
                List.of("hardness_ratio_1"),
                values,
                IntStream.range(0, rows)
                        .mapToObj(row -> two.classes().get(row % 2))
                        .toList(),
                IntStream.range(0, rows).mapToLong(row -> row / 8).toArray());
        FitOptions options = new FitOptions(
                two, FeatureSet.standard().named(List.of("hardness_ratio_1")), new FitRule.ModernMode(List.of()), 5, 1);
        Model model = new ModelFit(options).fitForSample(table);
        DoubleUnaryOperator lnOdds = x -> {
            double[] posterior = Posteriors.of(model, new double[] {x});
            return Math.log(posterior[1] / posterior[0]);
        };
        for (double x : new double[] {-1.5, -1, -0.5, 0, 0.5, 1, 1.5}) {
            assertEquals(2 * x, lnOdds.applyAsDouble(x), 0.35);
        }
    }

    @Test
    void aFeatureThatOneClassLacksTellsByBeingMissing() {
        TrainingTable table = SyntheticSky.table(1200, 4);
        double[] values = table.values();
        for (int row = 0; row < table.rows(); row++) {
            values[row * 5 + 3] = row % 4 == 0 ? Double.NaN : 0.01 * (row % 7);
        }
        Model model = new ModelFit(SyntheticSky.evidenceOptions())
                .fitForSample(new TrainingTable(
                        table.features(),
                        values,
                        IntStream.range(0, table.rows()).mapToObj(table::label).toList(),
                        table.skyCells()));
        double[] posterior =
                Posteriors.of(model, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        assertTrue(posterior[0] > 0.9, Arrays.toString(posterior));
    }

    @Test
    void aFeatureThatNothingLookedForInOneClassTellsNothingByBeingMissing() {
        TrainingTable table = SyntheticSky.table(1200, 4);
        double[] values = table.values();
        BitSet uncovered = new BitSet();
        for (int row = 0; row < table.rows(); row++) {
            int place = row * 5 + 3;
            values[place] = row % 4 == 0 || row % 8 == 1 ? Double.NaN : 0.01 * (row % 7);
            uncovered.set(place, row % 4 == 0);
        }
        TrainingTable unlooked = new TrainingTable(
                table.features(),
                values,
                IntStream.range(0, table.rows()).mapToObj(table::label).toList(),
                table.skyCells(),
                uncovered);
        EvidenceTerm.Presence presence = fit(unlooked).terms().stream()
                .filter(term -> term.part().name().equals(table.features().get(3)))
                .flatMap(term -> term.presence().stream())
                .findFirst()
                .orElseThrow();

        assertEquals(0.5, presence.shares().get(0), 1e-12, "no row of the class was looked at");
        assertEquals(0.5, presence.shares().get(1), 0.01, "every other one has it");
    }

    @Test
    void noSmallStepFromTheFittedWeightsMakesTheLabelsLikelier() {
        SplittableRandom random = new SplittableRandom(9);
        int rows = 200;
        int[] truths =
                IntStream.range(0, rows).map(row -> row % 10 == 0 ? 2 : row % 2).toArray();
        double[] evidence = new double[rows * 4 * 3];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = random.nextGaussian() + (truths[i / 12] == i % 3 && i / 3 % 4 < 2 ? 0.7 : 0);
        }
        EvidenceWeights problem = new EvidenceWeights(evidence, truths, 4, 3);
        EvidenceWeights.Fitted fitted = problem.fit();
        double best = problem.objective(fitted.weights(), fitted.intercepts());
        for (int i = 0; i < fitted.weights().length; i++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] moved = fitted.weights().clone();
                moved[i] = Math.max(0, moved[i] + step);
                assertTrue(problem.objective(moved, fitted.intercepts()) >= best - 1e-6, "weight " + i);
            }
        }
        for (int c = 0; c < 3; c++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] moved = fitted.intercepts().clone();
                moved[c] += step;
                assertTrue(problem.objective(fitted.weights(), moved) >= best - 1e-6, "intercept " + c);
            }
        }
    }
}
