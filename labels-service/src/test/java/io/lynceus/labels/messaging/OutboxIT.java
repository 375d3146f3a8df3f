package io.lynceus.labels.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Announcements.SendingTurn;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Vote;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a service finds in its database that starts after another was killed between the commit of a vote and the
/// sending of the consensus: nothing sends here until the test does.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class OutboxIT {
    private static final int LIMIT = 100;

    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    @Inject
    Crowd crowd;

    @Inject
    Announcements announcements;

    @Inject
    ConsensusPublisher publisher;

    @Inject
    Transactions transactions;

    /// Other tests of this JVM share the crowd: with the shares of the classes that they leave, two votes would not
    /// make a consensus of every class.
    @BeforeEach
    void emptyTheOutbox() {
        while (crowd.settle(LIMIT) > 0) {}
        while (!drained().isEmpty()) {}
        transactions.withConnection(connection -> connection
                .query("UPDATE crowd_states SET sources_of_class = '{0,0,0,0,0}'")
                .executeAndAwait()
                .rowCount());
    }

    private void vote(String sourceId, String user, Answer answer) {
        subjects.store(List.of(subject(sourceId, "LXS", "AGN", 1, 1)));
        ballots.cast(new Vote(sourceId, user, answer, null, Instant.EPOCH));
    }

    private void twoVotes(String sourceId, Answer answer) {
        vote(sourceId, sourceId + "-ada", answer);
        vote(sourceId, sourceId + "-bob", answer);
    }

    private static Subject subject(String sourceId, String name, String sourceClass, long activation, long revision) {
        return new Subject(
                sourceId,
                name,
                new SkyPosition(10, 20),
                sourceClass,
                Map.of(sourceClass, 1.0),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                activation,
                revision);
    }

    private List<Announcement> drained() {
        crowd.settle(LIMIT);
        try (SendingTurn turn = announcements.takeTurn().orElseThrow()) {
            List<Announcement> changes = turn.pending(LIMIT);
            turn.sent(changes);
            return changes;
        }
    }

    @Test
    void committedChangeIsSentAfterARestart() {
        twoVotes("lx-killed", Answer.XRB);
        publisher.publish();
        try (StreamProbe probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers())) {
            ConsensusLabel label = probe
                    .await(Topic.CONSENSUS_LABELS.topicName(), Duration.ofSeconds(20), all -> all.stream()
                            .anyMatch(found -> found.key().equals("lx-killed")))
                    .stream()
                    .filter(found -> found.key().equals("lx-killed"))
                    .map(found -> Wire.read(found.value(), ConsensusLabel.class))
                    .findFirst()
                    .orElseThrow();
            assertEquals("XRB", label.sourceClass());
        }
        assertEquals(List.of(), drained());
    }

    @Test
    void changeStaysInTheOutboxWhenSendingFails() {
        twoVotes("lx-refused", Answer.CV);
        crowd.settle(LIMIT);
        assertThrows(TimeoutException.class, () -> {
            try (SendingTurn turn = announcements.takeTurn().orElseThrow()) {
                assertEquals(1, turn.pending(LIMIT).size());
                throw new TimeoutException("the broker is away");
            }
        });
        assertEquals(
                List.of("lx-refused"),
                drained().stream().map(Announcement::sourceId).toList());
    }

    @Test
    void onlyTheLatestStateOfASourceIsDelivered() {
        twoVotes("lx-fast", Answer.CV);
        crowd.settle(LIMIT);
        vote("lx-fast", "fast-eve", Answer.CV);
        Announcement only = drained().getFirst();
        assertEquals(2, only.revision());
        assertEquals(Answer.CV, only.consensus().orElseThrow().answer());
        assertEquals(3, only.consensus().orElseThrow().tally().voters());
    }

    @Test
    void voteThatIsRepeatedOrSaysNothingChangesNothing() {
        vote("lx-quiet", "quiet-eve", Answer.UNSURE);
        vote("lx-quiet", "quiet-ada", Answer.STAR);
        assertEquals(List.of(), drained());
        vote("lx-quiet", "quiet-bob", Answer.STAR);
        assertEquals(1, drained().size());
        vote("lx-quiet", "quiet-bob", Answer.AGN);
        assertEquals(List.of(), drained());
    }

    @Test
    void labelIsTheCrowdsAloneWhateverTheClassifierSays() {
        twoVotes("lx-own-words", Answer.XRB);
        subjects.store(List.of(convinced("lx-own-words", "XRB", 2)));
        Consensus agreed = drained().getFirst().consensus().orElseThrow();
        Crowd.Opinion agreeing = crowd.opinion("lx-own-words").orElseThrow();
        subjects.store(List.of(convinced("lx-own-words", "AGN", 3)));
        Crowd.Opinion contradicting = crowd.opinion("lx-own-words").orElseThrow();
        Consensus contradicted = drained().getFirst().consensus().orElseThrow();

        assertEquals(agreeing.consensus(), contradicting.consensus());
        assertEquals(Answer.XRB, contradicted.answer());
        assertEquals(agreed.confidence(), contradicted.confidence(), 0.05);
        assertTrue(binary(agreeing) > 0.8, agreeing::toString);
        assertTrue(binary(contradicting) < 0.3, contradicting::toString);
    }

    private static double binary(Crowd.Opinion opinion) {
        return opinion.witnesses().orElseThrow().combined().get(Answer.XRB);
    }

    private static Subject convinced(String sourceId, String sourceClass, long activation) {
        Map<String, Double> probabilities = new HashMap<>();
        List.of("AGN", "Star", "XRB", "CV")
                .forEach(each -> probabilities.put(each, each.equals(sourceClass) ? 0.997 : 0.001));
        return new Subject(
                sourceId,
                "LXS",
                new SkyPosition(10, 20),
                sourceClass,
                probabilities,
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                activation,
                1);
    }

    @Test
    void anotherInstanceIsLeftToItsTurn() {
        twoVotes("lx-turns", Answer.STAR);
        crowd.settle(LIMIT);
        try (SendingTurn turn = announcements.takeTurn().orElseThrow()) {
            assertEquals(
                    List.of("lx-turns"),
                    turn.pending(LIMIT).stream().map(Announcement::sourceId).toList());
            assertEquals(Optional.empty(), announcements.takeTurn());
        }
        assertEquals(
                List.of("lx-turns"),
                drained().stream().map(Announcement::sourceId).toList());
    }

    @Test
    void olderStateOfASubjectDoesNotReplaceANewerOne() {
        subjects.store(List.of(subject("lx-state", "second", "CV", 2, 1), subject("lx-state", "first", "AGN", 1, 9)));
        subjects.store(List.of(subject("lx-state", "late", "AGN", 1, 10)));
        assertEquals(Optional.of("second"), seen("lx-state").map(Subject::name));
    }

    private Optional<Subject> seen(String sourceId) {
        Instant at = Instant.EPOCH;
        for (Optional<Subject> next = subjects.next("scout"); next.isPresent(); next = subjects.next("scout")) {
            if (next.get().sourceId().equals(sourceId)) {
                return next;
            }
            ballots.cast(new Vote(next.get().sourceId(), "scout", Answer.UNSURE, null, at));
            at = at.plusSeconds(1);
        }
        return Optional.empty();
    }
}
