package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusSampleTest {
    private static final Map<String, Double> VOTES_FOR_AGN = Map.of("AGN", 0.9, "XRB", 0.1, "Star", 0.01);

    @Test
    void classifierThatKnowsNothingLeavesTheVotesWord() {
        Map<String, Double> even = Map.of("AGN", 0.25, "XRB", 0.25, "Star", 0.25, "CV", 0.25);
        assertEquals(0.9 / 1.01, ConsensusSample.together(VOTES_FOR_AGN, even, "AGN"), 1e-12);
    }

    @Test
    void rareClassIsNotLearnedUnderTheNameOfACommonOneThatTheClassifierDoubts() {
        Map<String, Double> binary = Map.of("AGN", 0.1, "XRB", 0.9);
        assertEquals(0.5, ConsensusSample.together(VOTES_FOR_AGN, binary, "AGN"), 1e-12);
    }

    @Test
    void classThatTheClassifierDoesNotKnowIsNotLearned() {
        assertEquals(0, ConsensusSample.together(Map.of("Other", 1.0), Map.of("AGN", 0.6, "XRB", 0.4), "Other"), 0);
    }
}
