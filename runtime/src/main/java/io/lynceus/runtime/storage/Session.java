package io.lynceus.runtime.storage;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Hibernate Reactive's session inside a transaction, used step by step.
///
/// A session may only be used on its own event loop; [#await] takes each step there and waits for its result. Not
/// thread-safe.
public final class Session {
    private final Mutiny.StatelessSession session;
    private final Executor eventLoop;

    Session(Mutiny.StatelessSession session, Executor eventLoop) {
        this.session = session;
        this.eventLoop = eventLoop;
    }

    /// Runs one step and waits for its result.
    ///
    /// ```java
    /// Account account = session.await(step -> step.get(Account.class, id));
    /// session.await(step -> step.insert(new ApiToken(account, hash)));
    /// ```
    public <T extends @Nullable Object> T await(Function<Mutiny.StatelessSession, Uni<T>> step) {
        return Uni.createFrom()
                .deferred(() -> step.apply(session))
                .runSubscriptionOn(eventLoop)
                .await()
                .indefinitely();
    }
}
