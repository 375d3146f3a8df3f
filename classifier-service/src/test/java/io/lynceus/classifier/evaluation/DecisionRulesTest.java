package io.lynceus.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.scoring.LogProbabilities;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
    private static final double MISSING = Double.NaN;

    /// log F_X/F_R, latitude [deg], the two variabilities, hardness ratio 2.
    private static String given(double... values) {
        DecisionRules rules = new DecisionRules(Taxonomy.FOUR_CLASSES);
        TrainingTable table =
                new TrainingTable(rules.features(), values, List.of(new SourceClass("AGN")), new long[] {0});
        double[] posterior = rules.learn(table).posteriors(table);
        return Taxonomy.FOUR_CLASSES
                .classes()
                .get(LogProbabilities.indexOfLargest(posterior))
                .name();
    }

    @Test
    void everyRuleSpeaksInItsTurn() {
        assertEquals("Star", given(-2, 60, 1, 1, 0.5));
        assertEquals("AGN", given(0, -60, 1, 1, 0.5));
        assertEquals("XRB", given(2, 1, 0.99, MISSING, 0.5));
        assertEquals("XRB", given(MISSING, 1, MISSING, 0.99, MISSING));
        assertEquals("CV", given(0, 1, 0.5, 0.5, 0.5));
        assertEquals("AGN", given(0, 1, 0.5, 0.5, -0.5));
    }

    @Test
    void aTaxonomyTheyDoNotSpeakOfIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DecisionRules(Taxonomy.of("AGN", "Star")));
    }
}
