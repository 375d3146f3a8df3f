package io.lynceus.classifier.scoring;

import static io.lynceus.classifier.feature.PropertyCategory.COUNTERPARTS;
import static io.lynceus.classifier.feature.PropertyCategory.LOCATION;
import static io.lynceus.classifier.feature.PropertyCategory.SPECTRUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveBayesRuleTest {
    private static final CategoryWeights WEIGHTS = new CategoryWeights(1, 2, 3, 4);

    /// Two classes and two features of two categories, densities constant over [0, 1].
    private static Model model(NaiveBayesRule variant) {
        return new Model(
                "two",
                java.util.Set.of(),
                Taxonomy.of("A", "B"),
                new Prior(List.of(0.75, 0.25)),
                new NaiveBayes(variant, List.of(flat("x", LOCATION, 2, 0.5), flat("y", SPECTRUM, 0.25, 4))),
                new Provenance(
                        "", "0".repeat(64), java.util.Map.of(), java.util.Map.of(), "", 1, "", HeldOutScores.NONE));
    }

    private static FeatureLikelihood flat(String name, PropertyCategory category, double ofA, double ofB) {
        return new FeatureLikelihood(
                new FeatureDefinition(name, category, ""), List.of(constant(ofA), constant(ofB)), List.of(0.9, 0.6));
    }

    private static LikelihoodDensity constant(double density) {
        return new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, 0, 1, List.of(density, density));
    }

    private static double lnOdds(NaiveBayesRule variant, double x, double y) {
        double[] posterior = Posteriors.of(model(variant), new double[] {x, y});
        return Math.log(posterior[0] / posterior[1]);
    }

    @Test
    void seedFormulaRaisesEachCategoryToItsShareOfTheWeights() {
        double expected = Math.log(3) + 0.1 * Math.log(2 / 0.5) + 0.2 * Math.log(0.25 / 4);
        assertEquals(expected, lnOdds(new NaiveBayesRule.SeedFormula(WEIGHTS), 0.5, 0.5), 1e-12);
    }

    @Test
    void seedFormulaIgnoresAMissingFeature() {
        double expected = Math.log(3) + 0.1 * Math.log(2 / 0.5);
        assertEquals(expected, lnOdds(new NaiveBayesRule.SeedFormula(WEIGHTS), 0.5, Double.NaN), 1e-12);
    }

    @Test
    void authorsCodeCountsBeingMeasuredAndBeingMissingAsEvidence() {
        double exponent = 8.0 / 10 * 5 / (2 * 1 + 0.5 * 1);
        double expected = Math.log(3)
                + exponent * 1 * (Math.log(2 / 0.5) + Math.log(0.9 / 0.6))
                + exponent * 2 * 0.5 * Math.log(0.1 / 0.4);
        assertEquals(expected, lnOdds(new NaiveBayesRule.AuthorsCode(WEIGHTS, 0.5), 0.5, Double.NaN), 1e-12);
    }

    @Test
    void authorsCodeSaysNothingOfASourceWithoutFeaturesWhenMissingOnesDoNotCount() {
        NaiveBayesRule variant = new NaiveBayesRule.AuthorsCode(WEIGHTS, 0);
        assertEquals(0, variant.exponent(COUNTERPARTS, 0, 2));
        assertEquals(Math.log(3), lnOdds(variant, Double.NaN, Double.NaN), 1e-12);
    }

    @Test
    void onlyRatiosOfTheWeightsMatter() {
        CategoryWeights doubled = new CategoryWeights(2, 4, 6, 8);
        assertEquals(
                lnOdds(new NaiveBayesRule.SeedFormula(WEIGHTS), 0.2, 0.7),
                lnOdds(new NaiveBayesRule.SeedFormula(doubled), 0.2, 0.7),
                1e-12);
        assertEquals(
                lnOdds(new NaiveBayesRule.AuthorsCode(WEIGHTS, 1), 0.2, 0.7),
                lnOdds(new NaiveBayesRule.AuthorsCode(doubled, 1), 0.2, 0.7),
                1e-12);
    }

    @Test
    void impossibleWeightsAreRefusedWithTheirValue() {
        assertEquals(
                "weight of spectrum must lie in [0, 10]: NaN",
                assertThrows(IllegalArgumentException.class, () -> new CategoryWeights(1, Double.NaN, 1, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new CategoryWeights(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new NaiveBayesRule.AuthorsCode(WEIGHTS, 1.01));
    }
}
