package io.lynceus.runtime.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import io.lynceus.engines.Database;
import io.lynceus.testing.ReactiveDatabase;
import io.lynceus.testing.SharedEngines;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsIT {
    private static ReactiveDatabase database;
    private static Transactions transactions;

    @Entity
    @Table(name = "tally")
    static class Tally {
        @Id
        private int id;

        private int n;

        Tally() {}

        Tally(int id, int n) {
            this.id = id;
            this.n = n;
        }
    }

    @BeforeAll
    static void connect() {
        database = new ReactiveDatabase(SharedEngines.ofThisJvm().database(), Tally.class);
        transactions = new Transactions(database.sessions(), database.pool(), database.vertx());
    }

    @AfterAll
    static void disconnect() {
        database.close();
    }

    @BeforeEach
    void createTable() {
        transactions.withConnection(connection -> {
            execute(connection, "DROP TABLE IF EXISTS tally");
            execute(connection, "CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)");
            execute(connection, "INSERT INTO tally VALUES (1, 0), (2, 0)");
            return true;
        });
    }

    private static void execute(SqlConnection connection, String sql) {
        var unused = connection.query(sql).executeAndAwait();
    }

    private static int total() {
        return transactions.withConnection(connection -> connection
                .query("SELECT sum(n)::int FROM tally")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0));
    }

    @Test
    void failedWorkLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.withConnection(connection -> {
                    execute(connection, "UPDATE tally SET n = 7");
                    throw new IllegalStateException("changed my mind");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> transactions.withSession(session -> {
                    session.await(step -> step.insert(new Tally(3, 7)));
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(0, total());
    }

    @Test
    void workThatMetAnErrorLeavesNothing() {
        assertThrows(
                StackOverflowError.class,
                () -> transactions.withConnection(connection -> {
                    execute(connection, "UPDATE tally SET n = 7");
                    throw new StackOverflowError("too deep");
                }));
        assertThrows(
                StackOverflowError.class,
                () -> transactions.withSession(session -> {
                    session.await(step -> step.insert(new Tally(3, 7)));
                    throw new StackOverflowError("too deep");
                }));
        assertEquals(0, total());
    }

    @Test
    void entitiesAreReadAndWrittenStepByStep() {
        int before = transactions.withSession(session -> {
            Tally known = session.await(step -> step.get(Tally.class, 1));
            session.await(step -> step.insert(new Tally(3, 40)));
            known.n = 2;
            session.await(step -> step.update(known));
            return known.n;
        });
        assertEquals(2, before);
        assertEquals(42, total());
    }

    @Test
    void stepsOfASessionRunOnVirtualThreadsOfManyCallersAtOnce() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(() -> () ->
                            transactions.withSession(session -> session.await(step -> step.get(Tally.class, 1)).n))
                    .limit(40)
                    .toList();
            for (Future<Integer> call : callers.invokeAll(calls)) {
                assertEquals(0, call.get());
            }
        }
    }

    @Test
    void workThatLostADeadlockIsRunAgain() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> rivals = List.of(rival(1, 2, bothHoldOne), rival(2, 1, bothHoldOne));
            for (Future<Boolean> rival : pool.invokeAll(rivals)) {
                assertTrue(rival.get());
            }
        }
        assertEquals(4, total());
    }

    private Callable<Boolean> rival(int first, int second, CyclicBarrier bothHoldOne) {
        boolean[] waited = {false};
        return () -> transactions.withConnection(connection -> {
            execute(connection, "UPDATE tally SET n = n + 1 WHERE id = " + first);
            if (!waited[0]) {
                waited[0] = true;
                await(bothHoldOne);
            }
            execute(connection, "UPDATE tally SET n = n + 1 WHERE id = " + second);
            return true;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void textThatNoDatabaseTextCanHoldIsTheGiversFault() {
        for (String nul : List.of("source\0", "\"source\\u0000\"")) {
            StorageFault fault = assertThrows(
                    StorageFault.class,
                    () -> transactions.withConnection(connection ->
                            connection.preparedQuery("SELECT $1::text::jsonb").executeAndAwait(Tuple.of(nul))));
            assertTrue(fault.ofText(), fault.getMessage());
            assertFalse(fault.passing(), fault.getMessage());
        }
    }

    @Test
    void databaseAwayIsAPassingFaultAndAWrongStatementIsNot() {
        Pool away = PgBuilder.pool(builder -> builder.connectingTo("postgresql://nobody@127.0.0.1:1/none"));
        StorageFault refused =
                assertThrows(StorageFault.class, () -> new Transactions(database.sessions(), away, database.vertx())
                        .withConnection(connection -> true));
        away.closeAndAwait();
        assertTrue(refused.passing(), refused.getMessage());
        for (StorageFault wrong : Set.of(
                assertThrows(
                        StorageFault.class,
                        () -> transactions.withConnection(connection -> {
                            execute(connection, "SELECT * FROM no_such_table");
                            return true;
                        })),
                assertThrows(
                        StorageFault.class,
                        () -> transactions.withSession(
                                session -> session.await(step -> step.createNativeQuery("SELECT n FROM no_such_table")
                                        .getResultList()))))) {
            assertFalse(wrong.passing(), wrong.getMessage());
        }
    }

    @Test
    void whatTheWorkCannotReadIsNoFaultOfTheDatabase() {
        assertThrows(
                UncheckedIOException.class,
                () -> transactions.withConnection(connection -> {
                    throw new UncheckedIOException(new IOException("the stored value ends early"));
                }));
        assertThrows(
                IllegalStateException.class,
                () -> transactions.withConnection(connection -> {
                    throw new IllegalStateException(new JsonParseException(null, "the stored value ends early"));
                }));
    }

    @Test
    void parameterOfAWrongTypeDoesNotPass() {
        RuntimeException wrong = assertThrows(
                RuntimeException.class,
                () -> transactions.withConnection(connection ->
                        connection.preparedQuery("SELECT $1::int").executeAndAwait(Tuple.of("no number"))));
        assertFalse(wrong instanceof StorageFault fault && fault.passing(), wrong.toString());
    }

    @Test
    void poolWithoutAFreeConnectionIsAPassingFault() {
        Database engine = SharedEngines.ofThisJvm().database();
        Pool small = PgBuilder.pool(
                builder -> builder.with(new PoolOptions().setMaxSize(1).setConnectionTimeout(1))
                        .connectingTo(PgConnectOptions.fromUri(engine.url())
                                .setUser(engine.user())
                                .setPassword(engine.password())));
        Transactions busy = new Transactions(database.sessions(), small, database.vertx());
        StorageFault fault = busy.withConnection(
                held -> assertThrows(StorageFault.class, () -> busy.withConnection(connection -> true)));
        assertTrue(fault.passing(), fault.getMessage());
        small.closeAndAwait();
        StorageFault closed = assertThrows(StorageFault.class, () -> busy.withConnection(connection -> true));
        assertTrue(closed.passing(), closed.getMessage());
    }

    @Test
    void connectionThatIsLostDuringTheWorkIsAPassingFault() {
        String lose = "SELECT pg_terminate_backend(pg_backend_pid())";
        for (StorageFault lost : List.of(
                assertThrows(
                        StorageFault.class,
                        () -> transactions.withConnection(connection -> {
                            execute(connection, "UPDATE tally SET n = 7");
                            execute(connection, lose);
                            return true;
                        })),
                assertThrows(
                        StorageFault.class,
                        () -> transactions.withConnection(connection -> {
                            assertThrows(RuntimeException.class, () -> execute(connection, lose));
                            execute(connection, "UPDATE tally SET n = 7");
                            return true;
                        })),
                assertThrows(
                        StorageFault.class,
                        () -> transactions.withSession(session -> session.await(
                                step -> step.createNativeQuery(lose).getResultList()))))) {
            assertTrue(lost.passing(), lost.getMessage());
        }
        assertEquals(0, total());
    }

    @Test
    void columnsOfABatchKeepTheirTypesAndTheirNulls() {
        var columns = new BatchColumns()
                .texts(Arrays.asList("a", null))
                .longs(List.of(1L, 2L))
                .bytes(List.of(1, 2), i -> i == 1 ? new byte[] {1, 0, (byte) 255} : null)
                .doubles(List.of(1, 2), i -> i == 1 ? 0.1 : null)
                .instants(List.of(1, 2), i -> Instant.EPOCH.plusNanos(i * 1000L));
        var rows = transactions.withConnection(connection -> connection
                .preparedQuery("SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::float8[],"
                        + " $5::timestamptz[]) AS given (a, b, c, d, e)")
                .executeAndAwait(columns.tuple()));
        var first = rows.iterator().next();
        assertEquals("a", first.getString("a"));
        assertEquals(1L, first.getLong("b"));
        assertEquals(
                List.of((byte) 1, (byte) 0, (byte) 255),
                List.of(
                        first.getBuffer("c").getByte(0),
                        first.getBuffer("c").getByte(1),
                        first.getBuffer("c").getByte(2)));
        assertEquals(0.1, first.getDouble("d"));
        assertEquals(1000, first.getOffsetDateTime("e").toInstant().getNano());
        assertEquals(2, rows.size());
    }
}
