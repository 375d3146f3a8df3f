package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.testing.SimulatedCrowd;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunningCrowdTest {
    private static final SimulatedCrowd CROWD = SimulatedCrowd.mixed(5_000, 500, 50_000, 1);
    private static final int CLASSES = SimulatedCrowd.CLASSES;

    /// A stream of votes, each settled as it comes.
    private static final class Stream {
        private final RunningCrowd running = new RunningCrowd(Priors.USUAL, CLASSES, CROWD.users());
        private final int sources = CROWD.truth().length;
        private final int[][] users = new int[sources][0];
        private final byte[][] answers = new byte[sources][0];
        private final int[] counted = new int[sources];
        private final double[] posteriors = new double[sources * CLASSES];

        void cast(int vote) {
            int source = CROWD.source()[vote];
            int votes = users[source].length;
            users[source] = Arrays.copyOf(users[source], votes + 1);
            answers[source] = Arrays.copyOf(answers[source], votes + 1);
            users[source][votes] = CROWD.user()[vote];
            answers[source][votes] = CROWD.answer()[vote];
            settle(source);
        }

        void settle(int source) {
            double[] former = Arrays.copyOfRange(posteriors, source * CLASSES, (source + 1) * CLASSES);
            double[] settled = running.settle(
                    new SourceVotes(users[source], answers[source], counted[source], former, VoteMatrix.NO_CLASS));
            System.arraycopy(settled, 0, posteriors, source * CLASSES, CLASSES);
            counted[source] = users[source].length;
        }

        Posteriors posteriors() {
            return new Posteriors(CLASSES, posteriors);
        }
    }

    private static Posteriors batch() {
        return new DawidSkene(ErrorModel.FULL, Priors.USUAL, new Iterations(1000, 1e-7))
                .estimate(VoteMatrix.of(
                        CLASSES, CROWD.truth().length, CROWD.users(), CROWD.source(), CROWD.user(), CROWD.answer()))
                .posteriors();
    }

    private static double sameClass(Posteriors one, Posteriors other) {
        int same = 0;
        for (int source = 0; source < one.sources(); source++) {
            same += one.best(source) == other.best(source) ? 1 : 0;
        }
        return (double) same / one.sources();
    }

    @Test
    void voteByVoteIsCloseToTheBatchAndEqualAfterSettlingAgain() {
        Stream stream = new Stream();
        for (int vote = 0; vote < CROWD.answer().length; vote++) {
            stream.cast(vote);
        }
        Posteriors batch = batch();
        double streamed = stream.posteriors().distance(batch);
        double streamedSame = sameClass(stream.posteriors(), batch);
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int source = 0; source < CROWD.truth().length; source++) {
                stream.settle(source);
            }
        }
        double swept = stream.posteriors().distance(batch);
        assertTrue(streamed < 0.05, () -> "distance " + streamed);
        assertTrue(streamedSame > 0.95, () -> "same class " + streamedSame);
        assertTrue(swept < 0.005, () -> "distance after settling again " + swept);
    }

    @Test
    void countsAreThoseOfThePosteriorsWhateverTheOrderOfSettling() {
        Stream stream = new Stream();
        for (int vote = 0; vote < 5_000; vote++) {
            stream.cast(vote);
        }
        VoteMatrix votes = VoteMatrix.of(
                CLASSES,
                CROWD.truth().length,
                CROWD.users(),
                Arrays.copyOf(CROWD.source(), 5_000),
                Arrays.copyOf(CROWD.user(), 5_000),
                Arrays.copyOf(CROWD.answer(), 5_000));
        assertArrayEquals(
                Confusions.expected(votes, stream.posteriors()).values(),
                stream.running.confusions().values(),
                1e-9);
        assertArrayEquals(DawidSkene.sourcesOfClass(votes, stream.posteriors()), stream.running.sourcesOfClass(), 1e-9);
    }

    @Test
    void knownSourceTeachesWhoIsRightAndNothingOfTheClasses() {
        RunningCrowd running = new RunningCrowd(Priors.USUAL, 3, 2);
        running.settle(new SourceVotes(new int[] {0, 1}, new byte[] {2, 0}, 0, new double[3], 2));
        assertEquals(1, running.confusions().count(0, 2, 2), 0);
        assertEquals(1, running.confusions().count(1, 2, 0), 0);
        assertArrayEquals(new double[3], running.sourcesOfClass(), 0);
    }

    @Test
    void consensusThatHangsOnOneUserDoesNotWithstand() {
        RunningCrowd running = new RunningCrowd(Priors.USUAL, 3, 4);
        for (int i = 0; i < 500; i++) {
            running.settle(new SourceVotes(new int[] {0}, new byte[] {(byte) (i % 3)}, 0, new double[3], i % 3));
        }
        SourceVotes expertAgainstTwo =
                new SourceVotes(new int[] {0, 1, 2}, new byte[] {1, 0, 2}, 0, new double[3], VoteMatrix.NO_CLASS);
        assertTrue(running.posterior(expertAgainstTwo)[1] > 0.9);
        assertFalse(running.withstandsAnyone(expertAgainstTwo, 1));
        SourceVotes threeAgree =
                new SourceVotes(new int[] {1, 2, 3}, new byte[] {1, 1, 1}, 0, new double[3], VoteMatrix.NO_CLASS);
        assertTrue(running.withstandsAnyone(threeAgree, 1));
    }
}
