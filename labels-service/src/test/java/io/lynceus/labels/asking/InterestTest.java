package io.lynceus.labels.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.asking.AskingPolicy.Kind;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.voting.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final AskingPolicy POLICY = new AskingPolicy(0.1, 0.2, Duration.ofMinutes(10));

    private static Volunteer volunteer(int votes, int right, int answers) {
        return new Volunteer("ada", votes, Map.of(Answer.AGN, new SuccessRate(right, answers)), Map.of());
    }

    @Test
    void partsAreEntropyBinaryStrangenessAndDisagreement() {
        Map<String, Double> classifier = Map.of("AGN", 0.5, "XRB", 0.5);
        Interest before = Interest.of(classifier, OptionalDouble.of(0.01));
        assertEquals(Math.log(2) / Math.log(5), before.uncertainty(), 1e-12);
        assertEquals(0.5, before.binary(), 0);
        assertEquals(0.99, before.strangeness(), 1e-12);
        assertEquals(0, before.disagreement(), 0);
        Interest after = Interest.of(classifier, OptionalDouble.empty(), new double[] {0, 0, 0, 1, 0});
        assertEquals(new Interest(0, 0.5, 0, 1), after);
        assertEquals(0.375, after.value(), 1e-12);
    }

    @Test
    void sourcesAreTheMostUrgentInProportionToTheSquareOfTheirInterest() {
        Interest dull = new Interest(0.2, 0, 0, 0);
        Interest interesting = new Interest(0.2, 0.2, 0, 0.2);
        int first = (int) IntStream.range(0, 10_000)
                .filter(pair -> interesting.urgency("one " + pair) > dull.urgency("other " + pair))
                .count();
        assertTrue(Math.abs(first - 9000) < 120, "nine chances to one came true " + first + " times of 10,000");
        assertEquals(dull.urgency("a source"), dull.urgency("a source"), 0);
    }

    @Test
    void whoIsInTrainingIsAlwaysTrained() {
        IntStream.range(0, 100).forEach(votes -> assertEquals(Kind.TRAINING, POLICY.kind(volunteer(votes, 6, 9))));
        assertEquals(Kind.TRAINING, POLICY.kind(volunteer(0, 6, 10)));
    }

    @Test
    void whoIsReadyIsTrainedAndExploresAsOftenAsThePolicySays() {
        int training = 0;
        int any = 0;
        for (int votes = 0; votes < 10_000; votes++) {
            Kind kind = POLICY.kind(volunteer(votes, 10, 10));
            training += kind == Kind.TRAINING ? 1 : 0;
            any += kind == Kind.ANY ? 1 : 0;
        }
        assertTrue(Math.abs(training - 1000) < 120, "trained " + training + " times of 10,000");
        assertTrue(Math.abs(any - 1800) < 160, "explored " + any + " times of 10,000");
    }
}
