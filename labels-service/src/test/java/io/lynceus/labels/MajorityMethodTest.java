package io.lynceus.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MajorityMethodTest {
    private static final double EXACT = 1e-12;
    private static final List<Answer> ANSWERS = List.of(Answer.values());

    private final MajorityMethod method = new MajorityMethod();

    private Consensus agreed(Map<Answer, Integer> counts) {
        return method.consensus(new Tally(counts)).orElseThrow();
    }

    @Test
    void confidenceIsPosteriorMeanUnderJeffreysPrior() {
        assertEquals(3.5 / 5.5, agreed(Map.of(Answer.XRB, 3)).confidence(), EXACT);
        assertEquals(3.5 / 6.5, agreed(Map.of(Answer.XRB, 3, Answer.AGN, 1)).confidence(), EXACT);
        assertEquals(30.5 / 32.5, agreed(Map.of(Answer.STAR, 30)).confidence(), EXACT);
    }

    @Test
    void unsureVotesLowerAgreementAndLeaveConfidence() {
        Consensus consensus = agreed(Map.of(Answer.CV, 3, Answer.UNSURE, 3));
        assertEquals(0.5, consensus.agreement(), EXACT);
        assertEquals(agreed(Map.of(Answer.CV, 3)).confidence(), consensus.confidence(), EXACT);
    }

    @Test
    void tieIsNoConsensus() {
        assertEquals(Optional.empty(), method.consensus(new Tally(Map.of(Answer.AGN, 2, Answer.XRB, 2, Answer.CV, 1))));
    }

    @Test
    void withoutVoteForAClassThereIsNoConsensus() {
        assertEquals(Optional.empty(), method.consensus(Tally.EMPTY));
        assertEquals(Optional.empty(), method.consensus(new Tally(Map.of(Answer.UNSURE, 7))));
    }

    @Test
    void oneMoreVoteForTheConsensusKeepsItsClassAndDoesNotLowerItsConfidence() {
        Random random = new Random(7);
        for (int run = 0; run < 1000; run++) {
            Tally tally = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> ANSWERS.get(random.nextInt(ANSWERS.size())))
                    .reduce(Tally.EMPTY, Tally::plus, (a, b) -> a);
            method.consensus(tally).ifPresent(before -> {
                Consensus after = method.consensus(tally.plus(before.answer())).orElseThrow();
                assertEquals(before.answer(), after.answer());
                assertTrue(after.confidence() >= before.confidence(), () -> before + " then " + after);
            });
        }
    }

    @Test
    void everyAnswerIsFoundByItsLabel() {
        Arrays.stream(Answer.values()).forEach(answer -> assertEquals(Optional.of(answer), Answer.of(answer.label())));
        assertEquals(Optional.empty(), Answer.of("star"));
    }
}
