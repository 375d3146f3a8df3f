package io.lynceus.testing;

import io.lynceus.engines.Database;
import io.lynceus.engines.KafkaEngine;
import io.lynceus.engines.PostgresEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// One broker and one PostgreSQL for all tests of a JVM; they end with it, however it ends.
///
/// @param bootstrapServers of the broker, which has the suite's topics
/// @param database an empty database at first, shared by all tests of the JVM
public record SharedEngines(String bootstrapServers, Database database) {

    private static final String BOOTSTRAP = "lynceus.test.kafka.bootstrap-servers";
    private static final String URL = "lynceus.test.postgres.url";
    private static final String USER = "lynceus.test.postgres.user";
    private static final String PASSWORD = "lynceus.test.postgres.password";

    /// Starts the engines on first use.
    ///
    /// Quarkus loads test classes more than once, each time with a class loader of its own. All of them share the
    /// system properties.
    public static SharedEngines ofThisJvm() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (!shared.containsKey(BOOTSTRAP)) {
                start(shared);
            }
            return new SharedEngines(
                    shared.getProperty(BOOTSTRAP),
                    new Database(shared.getProperty(URL), shared.getProperty(USER), shared.getProperty(PASSWORD)));
        }
    }

    /// Another database beside [#database], for a test that wants one of its own; made at its first use.
    public Database database(String name) {
        Database other =
                new Database(database.url().replaceFirst("[^/]*$", name), database.user(), database.password());
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            if (!known.next()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return other;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
    }

    private static void start(Properties shared) {
        Database database = PostgresEngine.temporary().database("test");
        KafkaEngine kafka = KafkaEngine.temporary();
        kafka.createTopics();
        shared.setProperty(URL, database.url());
        shared.setProperty(USER, database.user());
        shared.setProperty(PASSWORD, database.password());
        shared.setProperty(BOOTSTRAP, kafka.bootstrapServers());
    }
}
