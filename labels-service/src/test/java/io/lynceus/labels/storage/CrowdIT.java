package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.Consensus;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.Retirement;
import io.lynceus.labels.Retirement.RetirementDecision;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.people.Volunteers;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Tally;
import io.lynceus.labels.voting.Vote;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class CrowdIT {
    private static final int ALL = 10_000;

    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    @Inject
    Crowd crowd;

    @Inject
    Volunteers volunteers;

    @Inject
    Retirement retirement;

    private void store(String sourceId, Optional<Answer> known) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 0.6, "XRB", 0.4),
                known,
                Map.of("hardness_ratio_1", 0.5, "log_fx_fr", -2.0),
                OptionalDouble.empty(),
                1,
                1)));
    }

    private Ballots.VoteReceipt vote(String sourceId, String user, Answer answer) {
        return ballots.cast(new Vote(sourceId, user, answer, null, Instant.EPOCH))
                .orElseThrow();
    }

    private Optional<Answer> consensus(String sourceId) {
        return crowd.opinion(sourceId).orElseThrow().consensus().map(Consensus::answer);
    }

    private void train(String user, int answers) {
        for (int i = 0; i < answers; i++) {
            Answer truth = Answer.classes().get(i % 4);
            store(user + "-gold-" + i, Optional.of(truth));
            ballots.cast(new Vote(user + "-gold-" + i, user, truth, null, Instant.EPOCH.minusSeconds(1000 - i)));
        }
        crowd.settle(ALL);
    }

    @Test
    void manyVotersAtOnceOnFewSourcesWhileTheyAreSettledAndComputedAnewLoseNothingAndTheirFirstVotesStand()
            throws Exception {
        List<String> sources = List.of("lx-rush-0", "lx-rush-1", "lx-rush-2");
        sources.forEach(source -> store(source, Optional.empty()));
        AtomicBoolean voting = new AtomicBoolean(true);
        List<Ballots.VoteReceipt> cast = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> settling = people.submit(() -> {
                while (voting.get()) {
                    crowd.settle(ALL);
                    crowd.recompute();
                }
            });
            List<Callable<Ballots.VoteReceipt>> votes = new ArrayList<>();
            for (int user = 0; user < 200; user++) {
                for (int i = 0; i < 4; i++) {
                    String source = sources.get((user + i) % 3);
                    String name = "rush-" + user;
                    Answer answer = i < 3 ? Answer.CV : Answer.STAR;
                    votes.add(() -> vote(source, name, answer));
                }
            }
            for (Future<Ballots.VoteReceipt> vote : people.invokeAll(votes)) {
                cast.add(vote.get());
            }
            voting.set(false);
            settling.get();
        }
        crowd.settle(ALL);
        assertEquals(600, cast.stream().filter(Ballots.VoteReceipt::counted).count());
        Set<Vote> standing = cast.stream().map(Ballots.VoteReceipt::standing).collect(Collectors.toSet());
        assertEquals(600, standing.size());
        for (String source : sources) {
            Tally tally = ballots.tally(source).orElseThrow();
            assertEquals(200, tally.voters());
            assertEquals(
                    standing.stream()
                            .filter(vote -> vote.sourceId().equals(source) && vote.answer() == Answer.STAR)
                            .count(),
                    tally.count(Answer.STAR));
        }
        for (int user = 0; user < 200; user++) {
            double settled = volunteers.volunteer("rush-" + user).confusion().values().stream()
                    .flatMap(row -> row.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertEquals(3, settled, 1e-9);
        }
    }

    @Test
    void settlingVoteByVoteIsCloseToComputingAnewAndComputingTwiceChangesNothing() {
        for (int source = 0; source < 20; source++) {
            store("lx-close-" + source, Optional.empty());
            for (int user = 0; user < 7; user++) {
                Answer truth = Answer.classes().get(source % 4);
                vote("lx-close-" + source, "close-" + user, user == 6 ? Answer.OTHER : truth);
                crowd.settle(ALL);
            }
        }
        double before = confidence("lx-close-3");
        crowd.recompute();
        assertEquals(before, confidence("lx-close-3"), 0.01);
        assertEquals(0, crowd.recompute().changed());
        Volunteer spoiler = volunteers.volunteer("close-6");
        assertTrue(spoiler.confusion().get(Answer.AGN).get(Answer.OTHER) > 4, spoiler::toString);
    }

    private double confidence(String sourceId) {
        return crowd.opinion(sourceId)
                .flatMap(Crowd.Opinion::consensus)
                .map(Consensus::confidence)
                .orElseThrow();
    }

    @Test
    void oneExpertDoesNotMoveAConsensusAlone() {
        train("expert", 80);
        store("lx-moved", Optional.empty());
        for (int user = 0; user < 3; user++) {
            vote("lx-moved", "moved-" + user, Answer.XRB);
        }
        assertEquals(Optional.of(Answer.XRB), consensus("lx-moved"));
        vote("lx-moved", "expert", Answer.CV);
        assertTrue(consensus("lx-moved").stream().noneMatch(answer -> answer == Answer.CV));
        store("lx-alone", Optional.empty());
        vote("lx-alone", "expert", Answer.CV);
        assertEquals(Optional.empty(), consensus("lx-alone"));
    }

    @Test
    void trainingEndsWithTenAnswersOfWhichSevenAreRight() {
        train("pupil", 9);
        assertFalse(volunteers.volunteer("pupil").ready());
        store("lx-tenth", Optional.of(Answer.CV));
        vote("lx-tenth", "pupil", Answer.UNSURE);
        assertFalse(volunteers.volunteer("pupil").ready());
        store("lx-eleventh", Optional.of(Answer.CV));
        assertEquals(
                Answer.CV,
                vote("lx-eleventh", "pupil", Answer.AGN).lesson().orElseThrow().truth());
        assertTrue(volunteers.volunteer("pupil").ready());
        assertEquals(10, volunteers.volunteer("pupil").trained().trials());
    }

    @Test
    void knownSourceTeachesButHasNoConsensusAndIsNotRetired() {
        store("lx-gold", Optional.of(Answer.AGN));
        for (int user = 0; user < 45; user++) {
            vote("lx-gold", "gold-" + user, Answer.STAR);
        }
        crowd.settle(ALL);
        assertEquals(Optional.empty(), consensus("lx-gold"));
        assertEquals(List.of(), retirement.history("lx-gold").orElseThrow());
        assertEquals(
                1, volunteers.volunteer("gold-0").confusion().get(Answer.AGN).get(Answer.STAR), 0);
    }

    @Test
    void sourceThatTheVotesAgreeOnIsRetiredAndStaysReopenedWhenAPersonSaysSo() {
        store("lx-done", Optional.empty());
        for (int user = 0; user < 4; user++) {
            vote("lx-done", "done-" + user, Answer.STAR);
        }
        crowd.settle(ALL);
        assertEquals(List.of(), retirement.history("lx-done").orElseThrow());
        vote("lx-done", "done-4", Answer.STAR);
        crowd.settle(ALL);
        RetirementDecision retired = retirement.history("lx-done").orElseThrow().getFirst();
        assertEquals("rule usual: the votes agree", retired.reason());
        assertTrue(retired.retired());
        RetirementDecision reopened =
                new RetirementDecision(false, Optional.of("eve"), "a flare was seen", Instant.EPOCH);
        assertTrue(retirement.decide("lx-done", reopened));
        assertTrue(retirement.decide("lx-done", reopened));
        vote("lx-done", "done-5", Answer.STAR);
        crowd.settle(ALL);
        List<RetirementDecision> history = retirement.history("lx-done").orElseThrow();
        assertEquals(2, history.size());
        assertFalse(history.getFirst().retired());
    }

    @Test
    void sourceThatNobodyCanTellIsRetiredWithEnoughVoters() {
        store("lx-hopeless", Optional.empty());
        IntStream.range(0, 40).forEach(user -> vote("lx-hopeless", "hopeless-" + user, Answer.UNSURE));
        crowd.settle(ALL);
        assertEquals(
                "rule usual: 40 voters disagree",
                retirement.history("lx-hopeless").orElseThrow().getFirst().reason());
    }
}
