package io.lynceus.testing;

import io.lynceus.engines.Database;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/// A database as the services reach it, for tests that run without Quarkus: the Vert.x pool, and Hibernate Reactive.
public final class ReactiveDatabase implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Mutiny.SessionFactory sessions;

    /// @param database such as [SharedEngines#database(String)]
    /// @param entities classes that the sessions know
    public ReactiveDatabase(Database database, Class<?>... entities) {
        PgConnectOptions options = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        this.pool = PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(MOST_CONNECTIONS))
                .connectingTo(options)
                .using(vertx));
        Configuration configuration = new Configuration()
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty("hibernate.connection.url", database.url())
                .setProperty("hibernate.connection.username", database.user())
                .setProperty("hibernate.connection.password", database.password());
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        this.sessions = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
    }

    public Pool pool() {
        return pool;
    }

    public Mutiny.SessionFactory sessions() {
        return sessions;
    }

    public io.vertx.core.Vertx vertx() {
        return vertx.getDelegate();
    }

    @Override
    public void close() {
        sessions.close();
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
