package io.lynceus.runtime.storage;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Transactions of the service's database, for callers that wait.
///
/// Hibernate Reactive and the Vert.x client begin, commit and roll back. This class lets their work be written as plain
/// steps on a virtual thread, one after the other, while the caller waits for the commit.
///
/// - [#withSession] is for entities: Hibernate Reactive's stateless session.
/// - [#withConnection] is for set-based SQL: a connection of the Vert.x pool that Hibernate Reactive uses too.
///
/// Work that lost a race (deadlock, serialisation failure) is rolled back and run again, up to [#ATTEMPTS] times. It
/// must therefore touch nothing but its session or connection.
@ApplicationScoped
public class Transactions {
    static final int ATTEMPTS = 5;

    private static final Executor WORKERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final Vertx vertx;

    public Transactions(Mutiny.SessionFactory sessions, Pool pool, Vertx vertx) {
        this.sessions = sessions;
        this.pool = pool;
        this.vertx = vertx;
    }

    /// What is done in one transaction.
    ///
    /// @param <S> [Session] or [SqlConnection]
    @FunctionalInterface
    public interface Work<S, T extends @Nullable Object> {
        T run(S database);
    }

    /// Reads and writes entities, then commits.
    ///
    /// @throws StorageFault if the database refuses or is away; nothing of the work remains then
    public <T extends @Nullable Object> T withSession(Work<Session, T> work) {
        return repeat(() -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            // The context is new and of nobody else, so that a session may live in it: Quarkus asks for this mark.
            VertxContextSafetyToggle.setContextSafe(context, true);
            Executor eventLoop = command -> context.runOnContext(unused -> command.run());
            return Uni.createFrom()
                    .deferred(() -> sessions.withStatelessTransaction(session -> Uni.createFrom()
                            .item(() -> work.run(new Session(session, eventLoop)))
                            .runSubscriptionOn(WORKERS)
                            .emitOn(eventLoop)))
                    .runSubscriptionOn(eventLoop);
        });
    }

    /// Runs set-based statements, then commits.
    ///
    /// @throws StorageFault if the database refuses or is away; nothing of the work remains then
    public <T extends @Nullable Object> T withConnection(Work<SqlConnection, T> work) {
        return repeat(() -> pool.withTransaction(
                connection -> Uni.createFrom().item(() -> work.run(connection)).runSubscriptionOn(WORKERS)));
    }

    private static <T extends @Nullable Object> T repeat(Supplier<Uni<T>> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get().await().indefinitely();
            } catch (RuntimeException e) {
                if (e instanceof CompletionException && e.getCause() instanceof Error error) {
                    throw error;
                }
                StorageFault fault = StorageFault.behind(e).orElseThrow(() -> e);
                if (attempt == ATTEMPTS || !fault.lostRace()) {
                    throw fault;
                }
            }
        }
    }
}
