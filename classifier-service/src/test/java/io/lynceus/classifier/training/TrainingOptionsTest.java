package io.lynceus.classifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {
    private static final TrainingTable TABLE = SyntheticSky.table(300, 11);

    @Test
    void aPlanMadeFromAModelAsksForItsFeaturesAndPairs() {
        Model model = SyntheticSky.evidenceModel();
        FitOptions options = TrainingOptions.standard(Taxonomy.FOUR_CLASSES, 3, 7)
                .of(model)
                .fitOptions(model.rule().wireName(), TABLE);
        assertEquals(SyntheticSky.evidenceOptions(), options);
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNamesOfAllRules() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TrainingOptions.standard(Taxonomy.FOUR_CLASSES, 3, 7)
                        .fitOptions("magic", TABLE));
        assertEquals("rule is magic, must be weighted-evidence, seed-formula, authors-code", refused.getMessage());
    }

    @Test
    void servedProportionsAreTheSamplesASurveysOrGivenOnes() {
        Taxonomy three = Taxonomy.of("AGN", "Star", "XRB");
        assertEquals(
                new Prior(List.of(0.25, 0.25, 0.25, 0.25)),
                ServedPrior.parse(List.of("sample")).of(Taxonomy.FOUR_CLASSES, TABLE));
        assertEquals(
                Prior.SURVEY_FOUR_CLASSES, ServedPrior.parse(List.of("survey")).of(Taxonomy.FOUR_CLASSES, TABLE));
        assertEquals(
                Prior.ofCounts(1, 1, 1), ServedPrior.parse(List.of("survey")).of(three, TABLE));
        assertEquals(
                new Prior(List.of(0.5, 0.3, 0.2)),
                ServedPrior.parse(List.of("0.5", "0.3", "0.2")).of(three, TABLE));
    }
}
