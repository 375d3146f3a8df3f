package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against `src/test/reference/consensus.py`, which has the published methods on dense arrays.
class PublishedMethodsTest {
    private static final int CLASSES = 4;
    private static final int SOURCES = 40;
    private static final int USERS = 12;
    /// Of the script.
    private static final Iterations STEPS = new Iterations(20, 0);

    private final VoteMatrix votes = votes();

    private static List<String[]> golden(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PublishedMethodsTest.class.getResourceAsStream("/golden/" + name), StandardCharsets.UTF_8))) {
            return in.lines().skip(2).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VoteMatrix votes() {
        List<String[]> rows = golden("crowd-votes.csv");
        byte[] answer = new byte[rows.size()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = Byte.parseByte(rows.get(i)[2]);
        }
        return VoteMatrix.of(
                CLASSES,
                SOURCES,
                USERS,
                rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray(),
                answer);
    }

    private void assertIsPublished(String method, ConsensusMethod ours, double tolerance) {
        Posteriors posteriors = ours.estimate(votes).posteriors();
        List<String[]> expected = golden("crowd-posteriors.csv").stream()
                .filter(row -> row[0].equals(method))
                .toList();
        assertEquals(SOURCES, expected.size());
        for (String[] row : expected) {
            int source = Integer.parseInt(row[1]);
            for (int c = 0; c < CLASSES; c++) {
                assertEquals(
                        Double.parseDouble(row[2 + c]),
                        posteriors.probability(source, c),
                        tolerance,
                        method + ", source " + source + ", class " + c);
            }
        }
    }

    @Test
    void majorityIsThatOfTheReference() {
        assertIsPublished("majority", new MajorityVote(0), 1e-12);
    }

    @Test
    void weightedMajorityIsThatOfTheReference() {
        assertIsPublished("weighted-majority", new WeightedMajority(), 1e-12);
    }

    @Test
    void oneCoinIsThatOfTheReferenceAfterAsManySteps() {
        assertIsPublished("one-coin-dawid-skene", new DawidSkene(ErrorModel.ONE_COIN, Priors.NONE, STEPS), 1e-9);
    }

    @Test
    void dawidSkeneIsThatOfTheReferenceAfterAsManySteps() {
        assertIsPublished("dawid-skene", new DawidSkene(ErrorModel.FULL, Priors.NONE, STEPS), 1e-9);
    }

    @Test
    void dawidSkeneWithPriorsIsThatOfTheReferenceAfterAsManySteps() {
        assertIsPublished("dawid-skene-with-priors", new DawidSkene(ErrorModel.FULL, Priors.USUAL, STEPS), 1e-9);
    }

    @Test
    void gladComesToTheMaximumThatTheReferenceClimbsTo() {
        assertIsPublished("glad", new Glad(new Iterations(2000, 1e-12)), 1e-6);
    }
}
