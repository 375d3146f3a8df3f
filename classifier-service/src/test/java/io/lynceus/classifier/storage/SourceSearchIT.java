package io.lynceus.classifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SourceQuery;
import io.lynceus.classifier.SourceQuery.Cone;
import io.lynceus.engines.Database;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// How sources are found among many, which are there for the time of a test only.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class SourceSearchIT {
    private static final int MANY = 30_000;
    private static final long SEED = 7;

    /// What is to be done while there are many sources.
    @FunctionalInterface
    private interface AmongMany {
        void run(Connection connection) throws SQLException;
    }

    private void amongMany(AmongMany work) throws SQLException {
        Database database = SharedEngines.ofThisJvm().database();
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            scatter(connection);
            work.run(connection);
            connection.rollback();
        }
    }

    private static void scatter(Connection connection) throws SQLException {
        Random random = new Random(SEED);
        try (PreparedStatement insert = connection.prepareStatement("""
            INSERT INTO sources (source_id, name, ra_deg, dec_deg, cell, detection_id, mission, model_name,
                model_version, class, probability, probabilities, outlier_measure, activation, revision, published)
            VALUES (?, ?, ?, ?, ?, ?, 'Chandra', 'm', '1', 'AGN', 1, '{}', 0, 1, 1, '')
            """)) {
            for (int i = 0; i < MANY; i++) {
                SkyPosition place = new SkyPosition(
                        360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
                insert.setString(1, "lx-many-" + i);
                insert.setString(2, "LXS J%06d.0+000000".formatted(i));
                insert.setDouble(3, place.raDeg());
                insert.setDouble(4, place.decDeg());
                insert.setLong(5, SkyCells.cell(place));
                insert.setString(6, "many-" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE sources");
        }
    }

    private static SourceQuery query(Optional<Cone> cone, Optional<String> name) {
        return new SourceQuery(
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                cone,
                Optional.empty(),
                name,
                SourceQuery.MAX_LIMIT,
                Optional.empty());
    }

    private static PreparedStatement prepare(Connection connection, SourceQuery query) throws SQLException {
        SourceSearch search = new SourceSearch("source_id", query);
        PreparedStatement statement = connection.prepareStatement(search.sql().replaceAll(":p\\d+", "?"));
        int place = 1;
        for (Object value : search.parameters().values()) {
            statement.setObject(place++, value);
        }
        return statement;
    }

    private static List<String> found(Connection connection, SourceQuery query) throws SQLException {
        return column(prepare(connection, query));
    }

    /// What the database means to do, line by line.
    private static String plan(Connection connection, SourceQuery query) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query)) {
            // PostgreSQL's driver writes a statement with its parameters in their places.
            return String.join("\n", column(connection.prepareStatement("EXPLAIN " + statement)));
        }
    }

    private static List<String> column(PreparedStatement statement) throws SQLException {
        try (statement;
                ResultSet row = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    @Test
    void ofAConeItsCellsAreReadAndNotAllSources() throws SQLException {
        amongMany(connection -> {
            for (double radiusDeg : new double[] {0.01, 1, 10}) {
                SourceQuery cone =
                        query(Optional.of(new Cone(new SkyPosition(100, 10), radiusDeg * 3600)), Optional.empty());
                String plan = plan(connection, cone);
                assertTrue(plan.contains("source_by_cell"), plan);
                assertFalse(plan.contains("source_pkey"), plan);
            }
        });
    }

    @Test
    void beginningOfANameIsLookedUp() throws SQLException {
        amongMany(connection -> {
            SourceQuery whole = query(Optional.empty(), Optional.of("lxs J012345.0+000000"));
            String plan = plan(connection, whole);
            assertTrue(plan.contains("source_by_name"), plan);
            assertEquals(List.of("lx-many-12345"), found(connection, whole));
            assertEquals(
                    10,
                    found(connection, query(Optional.empty(), Optional.of("LXS J01234")))
                            .size());
            assertEquals(List.of(), found(connection, query(Optional.empty(), Optional.of("LXS J0123_5"))));
            assertEquals(
                    List.of("lx-many-12345"), found(connection, query(Optional.empty(), Optional.of("j012345.0+"))));
        });
    }
}
