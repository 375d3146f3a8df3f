package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoWitnessesTest {
    private static final int CLASSES = 5;
    private static final double CLOSE = 1e-12;

    private static double[] normalised(double... weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] drawn(Random random) {
        return normalised(random.doubles(CLASSES, 0.01, 1).toArray());
    }

    private static double[] product(double[]... factors) {
        return normalised(IntStream.range(0, factors[0].length)
                .mapToDouble(c ->
                        Arrays.stream(factors).mapToDouble(factor -> factor[c]).reduce(1, (one, other) -> one * other))
                .toArray());
    }

    private static TwoWitnesses sureAsTheyAre(double[] shares) {
        return new TwoWitnesses(shares, Temperature.NONE, Temperature.NONE);
    }

    @Test
    void independentWitnessesAreCombinedByBayesTheoremAndTheirPriorCountsOnce() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            double[] prior = drawn(random);
            double[] ofVotes = drawn(random);
            double[] ofFeatures = drawn(random);
            TwoWitnesses both = sureAsTheyAre(prior);
            double[] combined = both.combined(product(prior, ofVotes), both.classifier(product(prior, ofFeatures)));
            assertArrayEquals(product(prior, ofVotes, ofFeatures), combined, CLOSE);
        }
    }

    @Test
    void sharesOfTheSourcesThatPeopleAreAskedAboutDoNotCount() {
        Random random = new Random(2);
        double[] sky = drawn(random);
        double[] asked = drawn(random);
        double[] ofVotes = drawn(random);
        double[] ofFeatures = drawn(random);
        TwoWitnesses both = sureAsTheyAre(asked);
        assertArrayEquals(
                product(sky, ofVotes, ofFeatures),
                both.combined(product(asked, ofVotes), both.classifier(product(sky, ofFeatures))),
                CLOSE);
    }

    @Test
    void withoutVotesItIsTheClassifierAndWithoutAClassifierItIsTheCrowd() {
        Random random = new Random(3);
        double[] shares = drawn(random);
        double[] crowd = drawn(random);
        double[] classifier = drawn(random);
        TwoWitnesses warm = new TwoWitnesses(shares, new Temperature(2.5), new Temperature(1.5));
        assertArrayEquals(
                new Temperature(1.5).of(classifier), warm.combined(shares, warm.classifier(classifier)), CLOSE);
        TwoWitnesses plain = sureAsTheyAre(shares);
        assertArrayEquals(crowd, plain.combined(crowd, plain.classifier(shares)), CLOSE);
    }

    @Test
    void votesForWhatIsCommonSayNoMoreThanItsShareOfThem() {
        double[] shares = {0.5, 0.25, 0.125, 0.0625, 0.0625};
        TwoWitnesses both = new TwoWitnesses(shares, new Temperature(2), Temperature.NONE);
        assertArrayEquals(
                new double[] {0.5, 0.5, 1, 0.5, 0.5},
                both.likelihood(product(shares, new double[] {1, 1, 4, 1, 1})),
                CLOSE);
    }

    @Test
    void renumberingTheClassesRenumbersTheAnswer() {
        Random random = new Random(4);
        double[] shares = drawn(random);
        double[] crowd = drawn(random);
        double[] classifier = drawn(random);
        TwoWitnesses there = new TwoWitnesses(shares, new Temperature(2), new Temperature(3));
        TwoWitnesses back = new TwoWitnesses(reversed(shares), new Temperature(2), new Temperature(3));
        assertArrayEquals(
                reversed(there.combined(crowd, there.classifier(classifier))),
                back.combined(reversed(crowd), back.classifier(reversed(classifier))),
                CLOSE);
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(c -> values[values.length - 1 - c])
                .toArray();
    }

    @Test
    void classThatTheClassifierDoesNotKnowKeepsItsShareAndIsForTheCrowdToTell() {
        double[] shares = {0.5, 0.25, 0.125, 0.0625, 0.0625};
        TwoWitnesses both = sureAsTheyAre(shares);
        double[] classifier = both.classifier(new double[] {0.4, 0.3, 0.2, 0.1, Double.NaN});
        assertArrayEquals(new double[] {0.375, 0.28125, 0.1875, 0.09375, 0.0625}, classifier, CLOSE);
        double[] votes = product(shares, new double[] {1, 1, 1, 1, 1000});
        assertEquals(0.0625 * 1000 / (0.0625 * 1000 + 0.9375), both.combined(votes, classifier)[4], CLOSE);
    }

    @Test
    void witnessesWhoExcludeEachOthersClassLeaveProbabilities() {
        TwoWitnesses both = sureAsTheyAre(normalised(1, 1, 1, 1, 1));
        double[] combined = both.combined(new double[] {1, 0, 0, 0, 0}, both.classifier(new double[] {0, 1, 0, 0, 0}));
        assertEquals(1, Arrays.stream(combined).sum(), CLOSE);
        assertEquals(combined[0], combined[1], 1e-9);
        assertTrue(combined[0] > 0.49, () -> Arrays.toString(combined));
    }
}
