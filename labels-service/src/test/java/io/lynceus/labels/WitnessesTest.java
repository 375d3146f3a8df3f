package io.lynceus.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessesTest {
    private static final double[] EVEN = {0.2, 0.2, 0.2, 0.2, 0.2};

    private static Optional<Witnesses> heard(Map<String, Double> classifier, double[] posterior) {
        return Witnesses.of(classifier, posterior, EVEN, Temperature.NONE, Temperature.NONE);
    }

    @Test
    void classesThatNobodyCanVoteForAreSomethingElse() {
        assertArrayEquals(
                new double[] {0.5, Double.NaN, Double.NaN, 0.125, 0.375},
                Witnesses.byClass(Map.of("AGN", 0.5, "YSO", 0.25, "GRB", 0.125, "CV", 0.125)),
                0);
    }

    @Test
    void crowdAndClassifierAreToldApartAndTogether() {
        Witnesses heard = heard(
                        Map.of("AGN", 0.25, "Star", 0.25, "XRB", 0.5, "CV", 0.0, "Other", 0.0),
                        new double[] {0.5, 0, 0.5, 0, 0})
                .orElseThrow();
        assertEquals(0.5, heard.crowd().get(Answer.AGN), 1e-9);
        assertEquals(0.25, heard.classifier().get(Answer.AGN), 1e-9);
        assertEquals(1, heard.likelihood().get(Answer.XRB), 1e-9);
        assertEquals(0, heard.likelihood().get(Answer.CV), 1e-9);
        assertEquals(1.0 / 3, heard.combined().get(Answer.AGN), 1e-9);
        assertEquals(2.0 / 3, heard.combined().get(Answer.XRB), 1e-9);
    }

    @Test
    void classifierThatSaysNothingIsNoWitness() {
        assertTrue(heard(Map.of(), EVEN).isEmpty());
    }
}
