package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What volunteers are asked next. What other tests have left is retired first.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class AskingIT {
    private static final Map<String, Double> PLAIN = Map.of("AGN", 0.99, "XRB", 0.01);
    private static final Map<String, Double> TORN = Map.of("AGN", 0.5, "XRB", 0.5);

    @Inject
    Subjects subjects;

    @Inject
    Ballots ballots;

    @Inject
    Crowd crowd;

    @Inject
    Transactions transactions;

    @BeforeEach
    void retireTheOthers() {
        execute("UPDATE subjects SET retired = true");
        execute("DELETE FROM assignments");
    }

    private void execute(String sql) {
        transactions.withConnection(
                connection -> connection.query(sql).executeAndAwait().rowCount());
    }

    private void store(String sourceId, Map<String, Double> probabilities, Optional<Answer> known) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                probabilities,
                known,
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
    }

    private Optional<String> next(String user) {
        return subjects.next(user).map(Subject::sourceId);
    }

    private Optional<String> nextTraining(String user) {
        return subjects.nextTraining(user).map(Subject::sourceId);
    }

    private void vote(String sourceId, String user, Answer answer) {
        assertTrue(ballots.cast(new Vote(sourceId, user, answer, null, Instant.EPOCH))
                .orElseThrow()
                .counted());
    }

    @Test
    void newVolunteerIsTrainedOnEveryClassInTurnAndThenAskedAboutTheUnknown() {
        List<Answer> truths = List.of(Answer.AGN, Answer.STAR, Answer.XRB);
        for (int i = 0; i < 12; i++) {
            store("lx-school-" + i, PLAIN, Optional.of(truths.get(i % 3)));
        }
        store("lx-school-unknown", TORN, Optional.empty());
        List<Answer> practised = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String source = next("scholar").orElseThrow();
            Answer truth = truths.get(Integer.parseInt(source.substring("lx-school-".length())) % 3);
            practised.add(truth);
            vote(source, "scholar", truth);
        }
        truths.forEach(truth -> assertEquals(
                2, practised.stream().filter(found -> found == truth).count()));
    }

    @Test
    void whoAsksToTrainGetsKnownSourcesOnlyTheSameUntilItIsLabelledAndNothingWhenAllAre() {
        store("lx-lesson-unknown", TORN, Optional.empty());
        assertEquals(Optional.of("lx-lesson-unknown"), next("lesson-reader"));
        assertEquals(Optional.empty(), nextTraining("lesson-reader"));
        store("lx-lesson-1", PLAIN, Optional.of(Answer.AGN));
        store("lx-lesson-2", PLAIN, Optional.of(Answer.AGN));
        assertEquals(Optional.of("lx-lesson-1"), nextTraining("lesson-reader"));
        vote("lx-lesson-1", "another", Answer.AGN);
        assertEquals(Optional.of("lx-lesson-1"), nextTraining("lesson-reader"));
        vote("lx-lesson-1", "lesson-reader", Answer.CV);
        assertEquals(Optional.of("lx-lesson-2"), nextTraining("lesson-reader"));
        vote("lx-lesson-2", "lesson-reader", Answer.AGN);
        assertEquals(Optional.empty(), nextTraining("lesson-reader"));
    }

    @Test
    void sourceOfWhichAVoteTellsMostComesFirstAndIsTheSameUntilItIsLabelled() {
        store("lx-first-plain", PLAIN, Optional.empty());
        store("lx-first-torn", TORN, Optional.empty());
        assertEquals(Optional.of("lx-first-torn"), next("reader"));
        assertEquals(Optional.of("lx-first-torn"), next("reader"));
        vote("lx-first-torn", "reader", Answer.XRB);
        assertEquals(Optional.of("lx-first-plain"), next("reader"));
        vote("lx-first-plain", "reader", Answer.UNSURE);
        assertEquals(Optional.empty(), next("reader"));
    }

    @Test
    void crowdThatContradictsTheClassifierMakesASourceMoreInteresting() {
        store("lx-contrary", PLAIN, Optional.empty());
        store("lx-agreed", PLAIN, Optional.empty());
        for (int user = 0; user < 3; user++) {
            vote("lx-contrary", "contrary-" + user, Answer.CV);
            vote("lx-agreed", "contrary-" + user, Answer.AGN);
        }
        crowd.settle(10_000);
        assertEquals(Optional.of("lx-contrary"), next("judge"));
    }

    @Test
    void manyWhoAskAtOnceAreSpreadAndNoSourceIsGivenToMoreThanMayVote() throws Exception {
        for (int i = 0; i < 5; i++) {
            store("lx-spread-" + i, TORN, Optional.empty());
        }
        List<Callable<Optional<String>>> asks = IntStream.range(0, 250)
                .<Callable<Optional<String>>>mapToObj(i -> () -> next("asker-" + i))
                .toList();
        List<String> given = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<String>> ask : people.invokeAll(asks)) {
                ask.get().ifPresent(given::add);
            }
        }
        Map<String, Long> load =
                given.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        // Rule `usual` lets 40 vote; eight ask at once.
        assertEquals(5, load.size());
        load.forEach((source, askers) -> assertTrue(askers <= 40 + 8, source + " was given to " + askers));
        assertTrue(given.size() >= 5 * 40, given.size() + " of 250 were asked");
    }

    @Test
    void assignmentThatIsOverIsForgotten() {
        store("lx-lapsed", TORN, Optional.empty());
        assertEquals(Optional.of("lx-lapsed"), next("dreamer"));
        store("lx-lapsed-better", Map.of("AGN", 0.3, "XRB", 0.4, "CV", 0.3), Optional.empty());
        assertEquals(Optional.of("lx-lapsed"), next("dreamer"));
        execute("UPDATE assignments SET expires_at = now() - interval '1 second'");
        assertEquals(Optional.of("lx-lapsed-better"), next("dreamer"));
    }
}
