package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class RecomputationIT {
    private static final int ALL = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String USER = "half-way";
    private static final String HELD = "lx-half-0";
    private static final String WRITER = """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%'
            """;

    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    @Inject
    Crowd crowd;

    @Inject
    Volunteers volunteers;

    @Inject
    Transactions transactions;

    @Test
    void oneThatIsCutOffIsDoneAgainBeforeAnythingIsSettledAndVotesAreTakenMeanwhile() throws Exception {
        for (int source = 0; source < 4; source++) {
            store("lx-half-" + source);
            vote("lx-half-" + source, USER);
        }
        crowd.settle(ALL);
        assertEquals(4, countsOf(USER), 1e-9);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.withConnection(connection -> {
                read(connection, "SELECT source_id FROM subjects WHERE source_id = '" + HELD + "' FOR UPDATE");
                Future<?> recomputing = people.submit(crowd::recompute);
                String writer = waiting();
                store("lx-half-4");
                vote("lx-half-4", USER);
                read(connection, "SELECT pg_terminate_backend(" + writer + ")");
                assertThrows(ExecutionException.class, recomputing::get);
                execute(connection, "UPDATE volunteers SET counts = '{}' WHERE voter = '" + USER + "'");
                return writer;
            });
        }
        assertEquals("1", underWay());

        crowd.settle(ALL);
        assertEquals("0", underWay());
        crowd.settle(ALL);
        assertEquals(5, countsOf(USER), 1e-9);
    }

    private void store(String sourceId) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 0.6, "XRB", 0.4),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
    }

    private void vote(String sourceId, String user) {
        assertTrue(ballots.cast(new Vote(sourceId, user, Answer.AGN, null, Instant.EPOCH))
                .orElseThrow()
                .counted());
    }

    private double countsOf(String user) {
        return volunteers.volunteer(user).confusion().values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private String underWay() {
        return transactions.withConnection(
                connection -> read(connection, "SELECT count(recomputation) FROM crowd_states"));
    }

    /// Asked for in transactions of its own, for within one the answer stays.
    private String waiting() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String writer = "";
        while (writer.isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "nothing waits for the source");
            writer = transactions.withConnection(connection -> read(connection, WRITER));
        }
        return writer;
    }

    private static String read(SqlConnection connection, String sql) {
        for (Row row : connection.query(sql).executeAndAwait()) {
            return String.valueOf(row.getValue(0));
        }
        return "";
    }

    private static void execute(SqlConnection connection, String sql) {
        var unused = connection.query(sql).executeAndAwait();
    }
}
