package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Consensus;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.Retirement;
import io.lynceus.labels.Retirement.RetirementDecision;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.discussion.Comment;
import io.lynceus.labels.discussion.Discussion;
import io.lynceus.labels.discussion.Discussion.CommentReport;
import io.lynceus.labels.discussion.Discussion.Posted;
import io.lynceus.labels.discussion.Moderation;
import io.lynceus.labels.discussion.Moderation.Case;
import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.PersonalData;
import io.lynceus.labels.people.Volunteers;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class PersonalDataIT {
    private static final int ALL = 100_000;
    private static final LocalDate DAY = LocalDate.of(1992, 3, 3);
    private static final Instant CAST_AT = Instant.parse("1992-03-03T10:00:00Z");

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

    @Inject
    PersonalData personalData;

    @Inject
    Discussion discussion;

    @Inject
    Moderation moderation;

    @Inject
    Transactions transactions;

    private void store(String sourceId, Optional<Answer> known) {
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
                1)));
    }

    private boolean vote(String sourceId, String user, Answer answer) {
        return ballots.cast(new Vote(sourceId, user, answer, "by " + user, CAST_AT))
                .orElseThrow()
                .counted();
    }

    private List<String> column(String sql) {
        return transactions.withConnection(connection -> {
            List<String> values = new ArrayList<>();
            connection.query(sql).executeAndAwait().forEach(row -> values.add(String.valueOf(row.getValue(0))));
            return values;
        });
    }

    private JsonNode export(String user) {
        return Wire.tree(personalData.export(user).getBytes(StandardCharsets.UTF_8));
    }

    private void leaveTraces(String user) {
        store("lx-trace-" + user, Optional.of(Answer.CV));
        vote("lx-trace-" + user, user, Answer.CV);
        crowd.settle(ALL);
        subjects.next(user);
        participation.rank(user, false);
        retirement.decide(
                "lx-trace-" + user,
                new RetirementDecision(true, Optional.of(user), "a spectrum is out", Instant.now()));
        Posted said = (Posted) discussion.post(new Comment.Draft("lx-trace-" + user, user, "1", "a star?"), CAST_AT);
        long comment = said.comment().id();
        discussion.report(comment, new CommentReport(user, "my own", CAST_AT));
        moderation.decide(comment, new Moderation.ModerationDecision(false, Optional.of(user), "well said", CAST_AT));
    }

    @Test
    void exportHasEverythingStoredUnderTheName() {
        leaveTraces("traced");
        JsonNode export = export("traced");
        assertEquals("traced", export.get("user").asText());
        assertEquals("lx-trace-traced", export.at("/votes/0/source_id").asText());
        assertEquals("by traced", export.at("/votes/0/comment").asText());
        assertEquals(CAST_AT, Instant.parse(export.at("/votes/0/cast_at").asText()));
        assertEquals(1, export.get("assignments").size());
        assertEquals(25, export.at("/skill/0/counts").size());
        assertEquals(3, export.get("tallies").size());
        assertEquals("a spectrum is out", export.at("/decisions/0/reason").asText());
        assertEquals(false, export.get("ranked").asBoolean());
        assertEquals("a star?", export.at("/comments/0/body").asText());
        assertEquals("my own", export.at("/comment_reports/0/reason").asText());
        assertEquals("well said", export.at("/comment_decisions/0/reason").asText());
    }

    @Test
    void everyColumnThatNamesAPersonIsKnownHere() {
        assertEquals(
                List.of(
                        "assignments.voter",
                        "comment_decisions.decided_by",
                        "comment_reports.reporter",
                        "comments.author",
                        "correlated_users.counts_as",
                        "correlated_users.voter",
                        "retirements.decided_by",
                        "tallies.voter",
                        "unranked_volunteers.voter",
                        "volunteers.voter",
                        "votes.voter"),
                column("SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'public'"
                        + " AND column_name IN ('voter', 'author', 'reporter', 'decided_by', 'counts_as') ORDER BY 1"),
                "what has the name of a person must be exported and forgotten in PostgresPersonalData");
    }

    @Test
    void nothingIsLeftUnderANameThatWasForgottenAndItIsFreeAgain() {
        leaveTraces("gone");
        personalData.forget("gone");
        for (int again = 0; again < 2; again++) {
            JsonNode export = export("gone");
            for (String table : List.of(
                    "votes",
                    "assignments",
                    "skill",
                    "tallies",
                    "decisions",
                    "comments",
                    "comment_reports",
                    "comment_decisions")) {
                assertEquals(0, export.get(table).size(), table);
            }
            assertEquals(true, export.get("ranked").asBoolean());
            personalData.forget("gone");
        }
        List<String> unlinked =
                column("SELECT voter || coalesce(comment, '') FROM votes WHERE source_id = 'lx-trace-gone'");
        assertEquals(1, unlinked.size());
        assertTrue(unlinked.getFirst().matches("forgotten-[0-9a-f-]{36}"), unlinked::getFirst);
        assertEquals(unlinked, column("SELECT decided_by FROM retirements WHERE source_id = 'lx-trace-gone'"));
        Comment kept = discussion
                .comments("lx-trace-gone", OptionalLong.empty(), 1)
                .orElseThrow()
                .comments()
                .getFirst();
        assertEquals("a star?", kept.text());
        assertEquals(unlinked, List.of(kept.author()));
        Case moderated = moderation.find(kept.id()).orElseThrow();
        assertEquals(unlinked, List.of(moderated.reports().getFirst().reporter()));
        assertEquals(unlinked, List.of(moderated.decisions().getFirst().by().orElseThrow()));
        assertEquals(
                1,
                volunteers
                        .volunteer(unlinked.getFirst())
                        .confusion()
                        .get(Answer.CV)
                        .get(Answer.CV));
        assertEquals(0, participation.activity("gone", DAY).answers());
        assertTrue(vote("lx-trace-gone", "gone", Answer.AGN));
        assertEquals(1, participation.activity("gone", DAY).answers());
    }

    @Test
    void consensusIsTheSameWhenAVolunteerIsForgotten() {
        for (int source = 0; source < 8; source++) {
            store("lx-kept-" + source, source < 4 ? Optional.of(Answer.STAR) : Optional.empty());
            for (int user = 0; user < 4; user++) {
                vote("lx-kept-" + source, "kept-" + user, user == source % 4 ? Answer.CV : Answer.STAR);
            }
        }
        crowd.settle(ALL);
        Consensus before = opinion();
        personalData.forget("kept-2");
        assertClose(before, opinion());
        vote("lx-kept-5", "kept-9", Answer.UNSURE);
        crowd.settle(ALL);
        assertClose(before, opinion());
        crowd.recompute();
        double exact = opinion().confidence();
        personalData.forget("kept-3");
        crowd.recompute();
        assertEquals(exact, opinion().confidence(), 1e-9);
    }

    private Consensus opinion() {
        return crowd.opinion("lx-kept-7").orElseThrow().consensus().orElseThrow();
    }

    private static void assertClose(Consensus expected, Consensus found) {
        assertEquals(expected.answer(), found.answer());
        assertEquals(expected.tally(), found.tally());
        assertEquals(expected.confidence(), found.confidence(), 1e-3);
    }

    @Test
    void votesThatComeWhileTheirNameIsForgottenAreLostToNobodyAndCountedOnce() throws Exception {
        // As many as one user may vote for in a minute.
        int sources = 60;
        for (int source = 0; source < sources; source++) {
            store("lx-erased-%03d".formatted(source), Optional.empty());
        }
        AtomicBoolean voting = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> others = new ArrayList<>();
            for (Runnable work : List.<Runnable>of(() -> personalData.forget("erased"), () -> crowd.settle(ALL))) {
                others.add(people.submit(() -> {
                    while (voting.get()) {
                        work.run();
                    }
                }));
            }
            List<Future<Boolean>> votes = new ArrayList<>();
            for (int source = 0; source < sources; source++) {
                String id = "lx-erased-%03d".formatted(source);
                votes.add(people.submit(() -> vote(id, "erased", Answer.CV)));
            }
            for (Future<Boolean> counted : votes) {
                assertTrue(counted.get());
            }
            voting.set(false);
            for (Future<?> other : others) {
                other.get();
            }
        }
        crowd.settle(ALL);
        assertEquals(
                List.of(String.valueOf(sources)),
                column("SELECT count(*) FROM votes WHERE source_id LIKE 'lx-erased-%'"));
        assertEquals(
                column("SELECT count(*) FROM votes WHERE voter = 'erased'"),
                column("SELECT coalesce(max(answers), 0) FROM tallies WHERE voter = 'erased' AND span = 'all'"));
        assertEquals(
                List.of(),
                column("SELECT voter FROM votes JOIN volunteers USING (voter)"
                        + " WHERE source_id LIKE 'lx-erased-%' GROUP BY voter, counts"
                        + " HAVING abs(count(*) - (SELECT sum(n) FROM unnest(counts) AS n)) > 1e-6"),
                "skill of a voter is not that of the voter's votes");
    }
}
