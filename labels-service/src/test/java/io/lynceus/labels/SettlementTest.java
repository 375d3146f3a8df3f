package io.lynceus.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.Recomputation.KnownSource;
import io.lynceus.labels.VotedSources.StoredVote;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final RetirementRule RULE = new RetirementRule("test", 3, 0.5, 0.5, 40);
    private static final List<String> VOTERS = List.of("ada", "bob", "eve");

    private static StoredSource source(
            String id, Optional<Answer> known, Optional<StoredConsensus> consensus, boolean decidedByPerson) {
        return new StoredSource(
                id,
                known,
                new double[CrowdState.CLASSES],
                consensus,
                false,
                decidedByPerson,
                Map.of("AGN", 0.6, "XRB", 0.4),
                OptionalDouble.empty(),
                1,
                1);
    }

    private static Settlement settled(StoredSource source, List<StoredVote> votes) {
        CrowdState state = new CrowdState(
                VOTERS,
                new RunningCrowd(Priors.USUAL, CrowdState.CLASSES, VOTERS.size()),
                Temperature.NONE,
                Temperature.NONE);
        return VotedSources.of(List.of(source), Map.of(source.sourceId(), votes), state)
                .settle(RULE);
    }

    private static List<StoredVote> votes(Answer answer, int counted) {
        return IntStream.range(0, VOTERS.size())
                .mapToObj(i -> new StoredVote(VOTERS.get(i), answer.code(), i < counted))
                .toList();
    }

    @Test
    void agreementIsAnnouncedStoredAndRetiresTheSource() {
        Settlement settlement = settled(source("lx-1", Optional.empty(), Optional.empty(), false), votes(Answer.CV, 1));
        SettledSource only = settlement.sources().getFirst();
        assertEquals(Optional.of(Answer.CV), only.consensus().map(StoredConsensus::answer));
        assertTrue(only.announced());
        assertTrue(only.changed());
        assertEquals(Optional.of("rule test: the votes agree"), only.retired());
        assertEquals(List.of(new CountedVote("lx-1", "bob"), new CountedVote("lx-1", "eve")), settlement.counted());
    }

    @Test
    void personsDecisionStandsAgainstTheRule() {
        SettledSource only = settled(source("lx-1", Optional.empty(), Optional.empty(), true), votes(Answer.CV, 0))
                .sources()
                .getFirst();
        assertEquals(Optional.empty(), only.retired());
    }

    @Test
    void consensusThatIsGoneIsAnnouncedToo() {
        SettledSource only = settled(
                        source("lx-1", Optional.empty(), Optional.of(new StoredConsensus(Answer.CV, 0.9)), false),
                        List.of())
                .sources()
                .getFirst();
        assertEquals(Optional.empty(), only.consensus());
        assertTrue(only.announced());
        assertTrue(only.changed());
    }

    @Test
    void knownSourceHasNoConsensusAndIsNotRetired() {
        SettledSource only = settled(
                        source("lx-1", Optional.of(Answer.CV), Optional.empty(), false), votes(Answer.CV, 0))
                .sources()
                .getFirst();
        assertEquals(Optional.empty(), only.consensus());
        assertEquals(Optional.empty(), only.retired());
        assertFalse(only.announced());
    }

    @Test
    void smallChangeOfConfidenceIsNotAChange() {
        Optional<StoredConsensus> before = Optional.of(new StoredConsensus(Answer.CV, 0.9));
        assertFalse(StoredConsensus.changed(before, Optional.of(new StoredConsensus(Answer.CV, 0.905))));
        assertTrue(StoredConsensus.changed(before, Optional.of(new StoredConsensus(Answer.CV, 0.92))));
        assertTrue(StoredConsensus.changed(before, Optional.of(new StoredConsensus(Answer.XRB, 0.9))));
    }

    @Test
    void classifierIsCooledByFiftyKnownSourcesAndNeverMadeSurer() {
        KnownSource wrong = new KnownSource(Answer.XRB, Map.of("AGN", 0.99, "XRB", 0.01));
        KnownSource right = new KnownSource(Answer.AGN, Map.of("AGN", 0.6, "XRB", 0.4));
        assertEquals(
                1,
                Recomputation.classifierTemperature(Collections.nCopies(49, wrong))
                        .value());
        assertTrue(Recomputation.classifierTemperature(Collections.nCopies(50, wrong))
                        .value()
                > 1);
        assertEquals(
                1,
                Recomputation.classifierTemperature(Collections.nCopies(50, right))
                        .value());
    }

    @Test
    void recomputationSettlesAllSourcesInTheOrderOfTheirIds() {
        AllVotes all = new AllVotes();
        for (String voter : VOTERS) {
            all.add("lx-2", voter, Answer.CV, false);
            all.add("lx-1", voter, Answer.STAR, false);
        }
        Recomputation recomputation = Recomputation.of(all, Map.of());
        assertEquals(List.of(List.of("lx-1"), List.of("lx-2")), recomputation.batches(1));
        Settlement settlement = recomputation.settle(
                List.of(
                        source("lx-1", Optional.empty(), Optional.empty(), false),
                        source("lx-2", Optional.empty(), Optional.empty(), false)),
                recomputation.state(List.of()),
                RULE);
        assertEquals(
                List.of(Answer.STAR, Answer.CV),
                settlement.sources().stream()
                        .map(source -> source.consensus().orElseThrow().answer())
                        .toList());
        assertEquals(6, settlement.counted().size());
    }
}
