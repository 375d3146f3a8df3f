package io.lynceus.runtime.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.SharedEngines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class TransactionsIT {
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private Transactions transactions;

    @BeforeEach
    void createTable() {
        var engine = SharedEngines.ofThisJvm().database();
        database.setUrl(engine.jdbcUrl());
        database.setUser(engine.user());
        database.setPassword(engine.password());
        transactions = new Transactions(database);
        transactions.run(connection -> {
            execute(connection, "DROP TABLE IF EXISTS tally");
            execute(connection, "CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)");
            execute(connection, "INSERT INTO tally VALUES (1, 0), (2, 0)");
            return true;
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int total() {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT sum(n) FROM tally")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    @Test
    void failedWorkLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(connection -> {
                    execute(connection, "UPDATE tally SET n = 7");
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(0, total());
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
        return () -> transactions.run(connection -> {
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
        StorageFault fault = assertThrows(
                StorageFault.class,
                () -> transactions.run(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement("SELECT ?::text")) {
                        statement.setString(1, "source\0");
                        return statement.execute();
                    }
                }));
        assertTrue(fault.ofText(), fault.getMessage());
        assertFalse(fault.passing(), fault.getMessage());
    }

    @Test
    void databaseAwayIsAPassingFaultAndAWrongStatementIsNot() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        StorageFault refused = assertThrows(StorageFault.class, () -> new Transactions(away).run(connection -> true));
        assertTrue(refused.passing(), refused.getMessage());
        StorageFault wrong = assertThrows(
                StorageFault.class,
                () -> transactions.run(connection -> {
                    execute(connection, "SELECT * FROM no_such_table");
                    return true;
                }));
        assertFalse(wrong.passing(), wrong.getMessage());
    }
}
