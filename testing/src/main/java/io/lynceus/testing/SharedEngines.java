package io.lynceus.testing;

import io.lynceus.engines.Database;
import io.lynceus.engines.KafkaEngine;
import io.lynceus.engines.PostgresEngine;
import java.util.Properties;

/// One broker and one PostgreSQL for all tests of a JVM; they end with it, however it ends.
///
/// @param bootstrapServers of the broker, which has the suite's topics
/// @param database an empty database at first, shared by all tests of the JVM
public record SharedEngines(String bootstrapServers, Database database) {

    private static final String BOOTSTRAP = "lynceus.test.kafka.bootstrap-servers";
    private static final String URL = "lynceus.test.postgres.jdbc-url";
    private static final String USER = "lynceus.test.postgres.user";
    private static final String PASSWORD = "lynceus.test.postgres.password";

    /// Starts the engines on first use.
    ///
    /// Quarkus loads test classes more than once, each time with a class loader of its own; the system properties
    /// are
    /// what they all share.
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

    private static void start(Properties shared) {
        Database database = PostgresEngine.temporary().database("test");
        KafkaEngine kafka = KafkaEngine.temporary();
        kafka.createTopics();
        shared.setProperty(URL, database.jdbcUrl());
        shared.setProperty(USER, database.user());
        shared.setProperty(PASSWORD, database.password());
        shared.setProperty(BOOTSTRAP, kafka.bootstrapServers());
    }
}
