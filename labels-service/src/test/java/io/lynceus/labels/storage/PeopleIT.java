package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.Retirement;
import io.lynceus.labels.Retirement.RetirementDecision;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.people.Activity;
import io.lynceus.labels.people.Badge.RareFind;
import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.RankingPlace;
import io.lynceus.labels.people.RankingSpan;
import io.lynceus.labels.people.Streak;
import io.lynceus.labels.people.Volunteers;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Vote;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What volunteers have done. Each test has a week of its own, long ago.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class PeopleIT {
    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    @Inject
    Crowd crowd;

    @Inject
    Retirement retirement;

    @Inject
    Volunteers volunteers;

    @Inject
    Participation participation;

    private void store(String sourceId, Optional<Answer> known, long revision) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 0.6, "XRB", 0.4),
                known,
                Map.of(),
                OptionalDouble.empty(),
                1,
                revision)));
    }

    private void vote(String sourceId, String user, Answer answer, Instant castAt) {
        assertTrue(ballots.cast(new Vote(sourceId, user, answer, null, castAt))
                .orElseThrow()
                .counted());
    }

    /// Votes for so many sources of its own.
    private void votes(String user, int votes, String castAt) {
        for (int i = 0; i < votes; i++) {
            String source = "lx-" + user + castAt + i;
            store(source, Optional.of(Answer.AGN), 1);
            vote(source, user, i == 0 ? Answer.UNSURE : i == 1 ? Answer.CV : Answer.AGN, Instant.parse(castAt));
        }
    }

    private List<String> places(LocalDate day, int offset, int limit) {
        return participation.ranking(RankingSpan.WEEK, day, offset, limit).stream()
                .map(standing -> standing.place() + " " + standing.user())
                .toList();
    }

    @Test
    void rankingOfAWeekHasWhatWasAnsweredFromMondayToSundayUtc() {
        votes("week-ada", 3, "1987-02-23T00:00:00Z");
        votes("week-eve", 4, "1987-03-01T23:59:59.999Z");
        votes("week-eve", 9, "1987-03-02T00:00:00Z");
        votes("week-bob", 3, "1987-02-25T12:00:00Z");
        votes("week-zoe", 1, "1987-02-25T12:00:00Z");
        LocalDate thursday = LocalDate.of(1987, 2, 26);
        assertEquals(
                List.of(
                        new RankingPlace(1, "week-eve", 4, new SuccessRate(2, 3)),
                        new RankingPlace(2, "week-ada", 3, new SuccessRate(1, 2)),
                        new RankingPlace(2, "week-bob", 3, new SuccessRate(1, 2)),
                        new RankingPlace(4, "week-zoe", 1, new SuccessRate(0, 0))),
                participation.ranking(RankingSpan.WEEK, thursday, 0, 10));
        assertEquals(List.of("2 week-bob", "4 week-zoe"), places(thursday, 2, 2));
        assertEquals(List.of("1 week-eve"), places(LocalDate.of(1987, 3, 8), 0, 10));
        assertEquals(
                13,
                participation.ranking(RankingSpan.ALL, thursday, 0, 100_000).stream()
                        .filter(standing -> standing.user().equals("week-eve"))
                        .findFirst()
                        .orElseThrow()
                        .answers());
    }

    @Test
    void whoOptsOutTakesNoPlaceUntilOptingBackIn() {
        votes("shy-ada", 2, "1988-05-03T10:00:00Z");
        votes("shy-eve", 1, "1988-05-03T10:00:00Z");
        LocalDate day = LocalDate.of(1988, 5, 3);
        participation.rank("shy-ada", false);
        participation.rank("shy-ada", false);
        assertEquals(List.of("1 shy-eve"), places(day, 0, 10));
        assertEquals(false, participation.activity("shy-ada", day).ranked());
        participation.rank("shy-ada", true);
        assertEquals(List.of("1 shy-ada", "2 shy-eve"), places(day, 0, 10));
        assertEquals(true, participation.activity("shy-ada", day).ranked());
    }

    @Test
    void answersOfADayAndStreaksAreThoseOfUtc() {
        votes("daily", 2, "1989-06-01T23:30:00Z");
        votes("daily", 1, "1989-06-02T00:30:00Z");
        votes("daily", 1, "1989-05-20T12:00:00Z");
        LocalDate day = LocalDate.of(1989, 6, 2);
        assertEquals(new Activity(1, 4, new Streak(2, 2), List.of(), true), participation.activity("daily", day));
        assertEquals(
                new Activity(0, 4, new Streak(0, 2), List.of(), true),
                participation.activity("daily", day.plusDays(2)));
        assertEquals(
                new Activity(0, 0, new Streak(0, 0), List.of(), true), participation.activity("nobody-at-all", day));
    }

    @Test
    void successInTheRankingIsThatOfTheVolunteerWhenCataloguesLearnAndForgetAClass() {
        Instant castAt = Instant.parse("1990-07-03T10:00:00Z");
        store("lx-learnt", Optional.empty(), 1);
        vote("lx-learnt", "learner", Answer.CV, castAt);
        vote("lx-learnt", "doubter", Answer.UNSURE, castAt);
        for (Optional<Answer> known : List.of(
                Optional.of(Answer.CV), Optional.of(Answer.XRB), Optional.<Answer>empty(), Optional.of(Answer.CV))) {
            store("lx-learnt", known, System.nanoTime());
            SuccessRate expected =
                    new SuccessRate(known.equals(Optional.of(Answer.CV)) ? 1 : 0, known.isPresent() ? 1 : 0);
            assertEquals(expected, volunteers.volunteer("learner").trained());
            assertEquals(
                    List.of(
                            new RankingPlace(1, "doubter", 1, new SuccessRate(0, 0)),
                            new RankingPlace(1, "learner", 1, expected)),
                    participation.ranking(RankingSpan.WEEK, LocalDate.of(1990, 7, 3), 0, 10));
        }
    }

    private List<Object> badges(String user) {
        return List.copyOf(
                participation.activity(user, LocalDate.of(1991, 1, 1)).badges());
    }

    @Test
    void rareFindIsConfirmedByTheRetirementOfASourceOnItsConsensus() {
        Instant early = Instant.parse("1991-01-01T10:00:00Z");
        for (String source : List.of("lx-find", "lx-plain", "lx-open")) {
            Answer answer = source.equals("lx-plain") ? Answer.AGN : Answer.XRB;
            store(source, Optional.empty(), 1);
            for (int user = 0; user < (source.equals("lx-open") ? 3 : 6); user++) {
                vote(source, "finder-" + user, user == 5 ? Answer.CV : answer, early);
            }
        }
        assertEquals(List.of(), badges("finder-0"));
        crowd.settle(100_000);
        assertTrue(retirement.history("lx-find").orElseThrow().getFirst().retired());
        vote("lx-find", "follower", Answer.XRB, Instant.now().plusSeconds(1));
        assertEquals(List.of(new RareFind(Answer.XRB, 1)), badges("finder-0"));
        assertEquals(List.of(), badges("finder-5"));
        assertEquals(List.of(), badges("follower"));
        retirement.decide(
                "lx-find", new RetirementDecision(false, Optional.of("eve"), "a flare was seen", Instant.now()));
        assertEquals(List.of(), badges("finder-0"));
        retirement.decide(
                "lx-find",
                new RetirementDecision(
                        true, Optional.of("eve"), "a companion", Instant.now().plusSeconds(2)));
        assertEquals(List.of(new RareFind(Answer.XRB, 1)), badges("follower"));
        store("lx-find", Optional.of(Answer.XRB), 2);
        assertEquals(List.of(), badges("finder-0"));
    }
}
