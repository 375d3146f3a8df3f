package io.lynceus.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.labels.Retirement.DryRun;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.voting.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleReplayTest {
    private static final RetirementRule RULE = new RetirementRule("brisk", 3, 0.9, 0.6, 6);

    private static SourceVotes votes(Answer... answers) {
        byte[] codes = new byte[answers.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = answers[i].code();
        }
        return new SourceVotes(
                IntStream.range(0, codes.length).toArray(), codes, 0, new double[5], VoteMatrix.NO_CLASS);
    }

    @Test
    void dryRunSparesTheVotesAfterTheFirstThatSufficedAndSaysWhatTheLaterOnesChanged() {
        RunningCrowd crowd = new RunningCrowd(Priors.USUAL, 5, 9);
        DryRun run = RuleReplay.of(
                RULE,
                crowd,
                Temperature.NONE,
                List.of(
                        votes(Answer.XRB, Answer.XRB, Answer.XRB, Answer.XRB, Answer.XRB),
                        votes(
                                Answer.AGN,
                                Answer.AGN,
                                Answer.AGN,
                                Answer.CV,
                                Answer.CV,
                                Answer.CV,
                                Answer.CV,
                                Answer.CV,
                                Answer.CV),
                        votes(
                                Answer.UNSURE,
                                Answer.UNSURE,
                                Answer.AGN,
                                Answer.CV,
                                Answer.UNSURE,
                                Answer.STAR,
                                Answer.STAR),
                        votes(Answer.STAR, Answer.STAR)));
        assertEquals(new DryRun(4, 23, 3, 2 + 6 + 1, new SuccessRate(1, 2)), run);
    }

    @Test
    void impossibleRuleIsRefusedWithTheValue() {
        assertEquals(
                "max_voters must be >= min_voters, 5: 4",
                assertThrows(IllegalArgumentException.class, () -> new RetirementRule("x", 5, 0.9, 0.6, 4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new RetirementRule("x", 5, Double.NaN, 0.6, 9));
    }
}
