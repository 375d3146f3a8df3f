package io.lynceus.labels.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Answer;
import io.lynceus.labels.Ballots;
import io.lynceus.labels.Subject;
import io.lynceus.labels.Subjects;
import io.lynceus.labels.Vote;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a service finds in its database that starts after another was killed between the commit of a vote and the
/// sending of the consensus: nothing sends here until the test does.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(OutboxIT.NothingSends.class)
class OutboxIT {
    private static final int LIMIT = 100;

    public static class NothingSends implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    @Inject
    Announcements announcements;

    @Inject
    ConsensusPublisher publisher;

    @BeforeEach
    void emptyTheOutbox() {
        announcements.drain(LIMIT, changes -> {});
    }

    private void vote(String sourceId, String user, Answer answer) {
        subjects.store(List.of(new Subject(sourceId, "LXS", new SkyPosition(10, 20), "AGN", Map.of("AGN", 1.0), 1, 1)));
        ballots.cast(new Vote(sourceId, user, answer, null, Instant.EPOCH));
    }

    private List<Announcement> drained() {
        List<Announcement> result = new ArrayList<>();
        announcements.drain(LIMIT, result::addAll);
        return result;
    }

    @Test
    void committedChangeIsSentAfterARestart() {
        vote("lx-killed", "ada", Answer.XRB);
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
        vote("lx-refused", "ada", Answer.CV);
        assertThrows(
                TimeoutException.class,
                () -> announcements.drain(LIMIT, changes -> {
                    throw new TimeoutException("the broker is away");
                }));
        assertEquals(
                List.of("lx-refused"),
                drained().stream().map(Announcement::sourceId).toList());
    }

    @Test
    void onlyTheLatestStateOfASourceIsDelivered() {
        vote("lx-fast", "ada", Answer.CV);
        vote("lx-fast", "bob", Answer.CV);
        vote("lx-fast", "eve", Answer.AGN);
        Announcement only = drained().getFirst();
        assertEquals(3, only.revision());
        assertEquals(Answer.CV, only.consensus().orElseThrow().answer());
        assertEquals(3, only.consensus().orElseThrow().tally().voters());
    }

    @Test
    void voteThatIsRepeatedOrSaysNothingChangesNothing() {
        vote("lx-quiet", "ada", Answer.UNSURE);
        assertEquals(List.of(), drained());
        vote("lx-quiet", "bob", Answer.STAR);
        assertEquals(1, drained().size());
        vote("lx-quiet", "bob", Answer.AGN);
        assertEquals(List.of(), drained());
    }

    @Test
    void anotherInstanceIsLeftToItsTurn() {
        vote("lx-turns", "ada", Answer.STAR);
        announcements.drain(LIMIT, changes -> {
            assertEquals(
                    List.of("lx-turns"),
                    changes.stream().map(Announcement::sourceId).toList());
            assertEquals(0, announcements.drain(LIMIT, others -> {}));
        });
    }

    @Test
    void olderStateOfASubjectDoesNotReplaceANewerOne() {
        SkyPosition position = new SkyPosition(10, 20);
        subjects.store(List.of(
                new Subject("lx-state", "second", position, "CV", Map.of("CV", 1.0), 2, 1),
                new Subject("lx-state", "first", position, "AGN", Map.of("AGN", 1.0), 1, 9)));
        subjects.store(List.of(new Subject("lx-state", "late", position, "AGN", Map.of("AGN", 1.0), 1, 10)));
        assertEquals(Optional.of("second"), seen("lx-state").map(Subject::name));
    }

    private Optional<Subject> seen(String sourceId) {
        for (Optional<Subject> next = subjects.next("scout"); next.isPresent(); next = subjects.next("scout")) {
            if (next.get().sourceId().equals(sourceId)) {
                return next;
            }
            ballots.cast(new Vote(next.get().sourceId(), "scout", Answer.UNSURE, null, Instant.EPOCH));
        }
        return Optional.empty();
    }
}
