package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.SimulatedCrowd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws of every method, and what is special to one.
class ConsensusMethodTest {
    private static final int CLASSES = SimulatedCrowd.CLASSES;
    private static final SimulatedCrowd CROWD = SimulatedCrowd.mixed(200, 30, 1500, 3);

    static Stream<ConsensusMethod> methods() {
        return Stream.of(
                new MajorityVote(),
                new WeightedMajority(),
                new DawidSkene(ErrorModel.ONE_COIN, Priors.USUAL, Iterations.USUAL),
                new DawidSkene(),
                new Glad());
    }

    private static VoteMatrix matrix(List<Integer> order, byte[] known, byte[] renumbered) {
        byte[] answer = new byte[order.size()];
        for (int i = 0; i < answer.length; i++) {
            byte given = CROWD.answer()[order.get(i)];
            answer[i] = given < 0 ? given : renumbered[given];
        }
        return VoteMatrix.of(
                CLASSES,
                known,
                CROWD.users(),
                order.stream().mapToInt(vote -> CROWD.source()[vote]).toArray(),
                order.stream().mapToInt(vote -> CROWD.user()[vote]).toArray(),
                answer);
    }

    private static byte[] unknown() {
        byte[] known = new byte[CROWD.truth().length];
        Arrays.fill(known, VoteMatrix.NO_CLASS);
        return known;
    }

    private static List<Integer> inOrder() {
        return new ArrayList<>(IntStream.range(0, CROWD.answer().length).boxed().toList());
    }

    private static final byte[] AS_THEY_ARE = {0, 1, 2, 3, 4};

    @ParameterizedTest
    @MethodSource("methods")
    void estimateDoesNotDependOnTheOrderOfTheVotes(ConsensusMethod method) {
        List<Integer> shuffled = inOrder();
        Collections.shuffle(shuffled, new Random(1));
        Posteriors one =
                method.estimate(matrix(inOrder(), unknown(), AS_THEY_ARE)).posteriors();
        Posteriors other =
                method.estimate(matrix(shuffled, unknown(), AS_THEY_ARE)).posteriors();
        assertEquals(0, one.distance(other), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void renumberingTheClassesRenumbersTheEstimate(ConsensusMethod method) {
        byte[] renumbered = {3, 0, 4, 1, 2};
        // A tie of the plain majority goes to the first class, so weights are compared without tied sources.
        List<Integer> untied =
                inOrder().stream().filter(vote -> !tied(CROWD.source()[vote])).toList();
        Posteriors one = method.estimate(matrix(untied, unknown(), AS_THEY_ARE)).posteriors();
        Posteriors other =
                method.estimate(matrix(untied, unknown(), renumbered)).posteriors();
        for (int source = 0; source < one.sources(); source++) {
            for (int c = 0; c < CLASSES; c++) {
                assertEquals(one.probability(source, c), other.probability(source, renumbered[c]), 1e-6);
            }
        }
    }

    private static boolean tied(int source) {
        int[] counts = new int[CLASSES];
        for (int vote = 0; vote < CROWD.answer().length; vote++) {
            if (CROWD.source()[vote] == source && CROWD.answer()[vote] >= 0) {
                counts[CROWD.answer()[vote]]++;
            }
        }
        int most = Arrays.stream(counts).max().orElseThrow();
        return Arrays.stream(counts).filter(count -> count == most).count() > 1;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void knownSourceHasItsClassWithProbabilityOne(ConsensusMethod method) {
        byte[] known = unknown();
        for (int source = 0; source < known.length; source += 2) {
            known[source] = CROWD.truth()[source];
        }
        Posteriors posteriors =
                method.estimate(matrix(inOrder(), known, AS_THEY_ARE)).posteriors();
        for (int source = 0; source < known.length; source += 2) {
            assertEquals(1, posteriors.probability(source, CROWD.truth()[source]), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void sourceThatNobodyNamesStaysOpen(ConsensusMethod method) {
        VoteMatrix votes = VoteMatrix.of(3, 2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 0}, new byte[] {2, 2, -1});
        Posteriors posteriors = method.estimate(votes).posteriors();
        assertEquals(2, posteriors.best(0));
        assertTrue(posteriors.confidence(1) < 0.7, () -> "confidence " + posteriors.confidence(1));
    }

    @Test
    void majorityIsPosteriorMeanUnderJeffreysPrior() {
        VoteMatrix votes =
                VoteMatrix.of(5, 1, 4, new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}, new byte[] {2, 2, 2, 0});
        Posteriors posteriors = new MajorityVote().estimate(votes).posteriors();
        assertEquals(3.5 / 6.5, posteriors.probability(0, 2), 1e-12);
        assertEquals(1.5 / 6.5, posteriors.probability(0, 0), 1e-12);
    }

    @Test
    void likelihoodOfDawidSkeneWithoutPriorsNeverFalls() {
        for (ErrorModel model : ErrorModel.values()) {
            List<Double> lnEvidence = new ArrayList<>();
            new DawidSkene(model, Priors.NONE, new Iterations(60, 0))
                    .estimate(matrix(inOrder(), unknown(), AS_THEY_ARE), lnEvidence::add);
            for (int step = 1; step < lnEvidence.size(); step++) {
                double before = lnEvidence.get(step - 1);
                double after = lnEvidence.get(step);
                assertTrue(after >= before - 1e-7 * Math.abs(before), model + " fell from " + before + " to " + after);
            }
        }
    }

    @Test
    void oneVoteOfANewUserIsWorthThePriorAndNoMore() {
        VoteMatrix votes = VoteMatrix.of(5, 1, 1, new int[] {0}, new int[] {0}, new byte[] {3});
        double published = new DawidSkene(ErrorModel.FULL, Priors.NONE, Iterations.USUAL)
                .estimate(votes)
                .posteriors()
                .confidence(0);
        double ours = new DawidSkene().estimate(votes).posteriors().confidence(0);
        assertEquals(1, published, 1e-6);
        assertTrue(ours > 0.7 && ours < 0.95, () -> "confidence " + ours);
    }

    @Test
    void thousandsOfVotesForOneSourceDoNotUnderflow() {
        int many = 20_000;
        byte[] answer = new byte[many];
        for (int i = 0; i < many; i++) {
            answer[i] = (byte) (i % 3 == 0 ? 1 : 0);
        }
        VoteMatrix votes = VoteMatrix.of(
                2, 1, many, new int[many], IntStream.range(0, many).toArray(), answer);
        assertEquals(1, new DawidSkene().estimate(votes).posteriors().probability(0, 0), 1e-9);
    }

    @Test
    void gladFindsUnsureSourcesDifficultAndMisleadingUsersOut() {
        int sources = 60;
        int users = 9;
        int[] source = new int[sources * users];
        int[] user = new int[sources * users];
        byte[] answer = new byte[sources * users];
        for (int vote = 0; vote < answer.length; vote++) {
            source[vote] = vote / users;
            user[vote] = vote % users;
            boolean difficult = source[vote] == 0;
            boolean misleads = user[vote] == 8;
            answer[vote] = (byte) (difficult && user[vote] >= 3 ? -1 : (source[vote] + (misleads ? 1 : 0)) % 3);
        }
        Glad.Fit fit = new Glad().fit(VoteMatrix.of(3, sources, users, source, user, answer));
        assertTrue(fit.ease()[0] < 0.5 * fit.ease()[1], () -> fit.ease()[0] + " and " + fit.ease()[1]);
        assertTrue(fit.ability()[8] < 0 && fit.ability()[0] > 1, () -> Arrays.toString(fit.ability()));
    }

    @Test
    void impossibleVotesAreRefused() {
        assertEquals(
                "vote 0 is impossible: user 1 of 1, answer 0 of 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> VoteMatrix.of(2, 1, 1, new int[] {0}, new int[] {1}, new byte[] {0}))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> VoteMatrix.of(2, 1, 1, new int[] {0}, new int[] {0}, new byte[] {2}));
    }

    @Test
    void votesOfASourceKeepTheirOrder() {
        VoteMatrix votes =
                VoteMatrix.of(2, 2, 3, new int[] {1, 0, 1, 1}, new int[] {2, 0, 0, 1}, new byte[] {1, 0, -1, 0});
        int[] users =
                IntStream.range(votes.begin(1), votes.end(1)).map(votes::user).toArray();
        assertArrayEquals(new int[] {2, 0, 1}, users);
        assertEquals(2, votes.classVotes(1));
    }

    @Test
    void wilsonIntervalOfEightInTen() {
        // Wilson's formula by hand: scipy 1.10.1, binomtest(8, 10).proportion_ci(method='wilson').
        assertEquals(0.4901625, new SuccessRate(8, 10).low(), 1e-6);
        assertEquals(0.9433178, new SuccessRate(8, 10).high(), 1e-6);
        assertEquals(1, new SuccessRate(0, 0).high(), 0);
    }
}
