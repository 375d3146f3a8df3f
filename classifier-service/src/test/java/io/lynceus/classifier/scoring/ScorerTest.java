package io.lynceus.classifier.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.FeatureAxis;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 63, 64, 65, 1000})
    void batchAndReferenceAgreeAtEverySize(int rows) {
        double[] values = SyntheticSky.values(rows, 100 + rows);
        for (Model model : SyntheticSky.models()) {
            assertArrayEquals(
                    new ReferenceScorer(model).evidence(values, everyThirdMissing(values)),
                    Scorer.of(model).evidence(values, everyThirdMissing(values)),
                    1e-9);
        }
    }

    private static BitSet everyThirdMissing(double[] values) {
        BitSet uncovered = new BitSet();
        int[] missing = IntStream.range(0, values.length)
                .filter(place -> Double.isNaN(values[place]))
                .toArray();
        for (int i = 0; i < missing.length; i += 3) {
            uncovered.set(missing[i]);
        }
        return uncovered;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 255, 256, 257, 1000})
    void scoresWithoutTheirPartsAreTheSumsOfTheParts(int rows) {
        double[] values = SyntheticSky.values(rows, 200 + rows);
        for (Model model : SyntheticSky.models()) {
            assertArrayEquals(
                    new ReferenceScorer(model).scores(values), Scorer.of(model).scores(values), 1e-9);
        }
    }

    @Test
    void productsThatWouldLeaveTheRangeOfDoublesAreSummedAsLogarithms() {
        List<FeatureLikelihood> likelihoods = IntStream.range(0, 40)
                .mapToObj(f -> new FeatureLikelihood(
                        new FeatureDefinition("f" + f, PropertyCategory.SPECTRUM, ""),
                        List.of(narrow(1e-9), narrow(1e9)),
                        List.of(0.5, 0.5)))
                .toList();
        Model model = new Model(
                "steep",
                java.util.Set.of(),
                Taxonomy.of("A", "B"),
                Prior.ofCounts(1, 1),
                new NaiveBayes(new NaiveBayesRule.SeedFormula(new CategoryWeights(0, 1, 0, 0)), likelihoods),
                SyntheticSky.evidenceModel().provenance());
        double[] values = new double[40];
        assertArrayEquals(
                new ReferenceScorer(model).scores(values), Scorer.of(model).scores(values), 1e-9);
    }

    private static LikelihoodDensity narrow(double density) {
        return new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, -1, 1, List.of(density, density));
    }

    @Test
    void evidenceOfASourceDoesNotDependOnTheSourcesBesideIt() {
        double[] values = SyntheticSky.values(9, 5);
        int features = SyntheticSky.FEATURES.size();
        for (Model model : SyntheticSky.models()) {
            Scorer scorer = Scorer.of(model);
            double[] together = scorer.evidence(values);
            int width = together.length / 9;
            for (int row = 0; row < 9; row++) {
                assertArrayEquals(
                        scorer.evidence(Arrays.copyOfRange(values, row * features, (row + 1) * features)),
                        Arrays.copyOfRange(together, row * width, (row + 1) * width));
            }
        }
    }

    @Test
    void inPaperModeAValueOutsideTheRangeFavoursNoClass() {
        Model model = SyntheticSky.model(SyntheticSky.variants().getFirst());
        double[] evidence = Scorer.of(model).evidence(new double[] {1e9, Double.NaN, -1e9, 1e9, 1e9});
        for (int part = 1; part <= SyntheticSky.FEATURES.size(); part++) {
            for (int c = 0; c < 4; c++) {
                assertEquals(0, evidence[part * 4 + c]);
            }
        }
    }

    @Test
    void inModernModeAValueBeyondTheRangeCountsAsTheRangesEnd() {
        Model model = SyntheticSky.evidenceModel();
        FeatureAxis axis =
                ((WeightedEvidence) model.rule()).terms().get(1).axes().getFirst();
        double[] end = {Double.NaN, axis.high(), Double.NaN, Double.NaN, Double.NaN};
        double[] beyond = {Double.NaN, 1e9, Double.NaN, Double.NaN, Double.NaN};
        assertArrayEquals(Scorer.of(model).evidence(end), Scorer.of(model).evidence(beyond));
    }
}
