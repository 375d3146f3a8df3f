package io.lynceus.labels.storage;

import io.lynceus.runtime.storage.StorageFault;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// The turn at something that one instance does at a time: an advisory lock of the database.
///
/// An open turn is held by a connection that is in no transaction, so its holder may compute and send meanwhile. If the
/// holder is killed, the lock goes with the connection. A turn within a transaction ends with it.
public final class Turn implements AutoCloseable {
    /// Skill and posteriors have one writer.
    public static final String CROWD = "crowd";

    static final String OUTBOX = "consensus_changes";
    static final String RULES = "retirement_rules";

    private static final Logger LOG = Logger.getLogger(Turn.class);

    private static final String TAKE = "SELECT 1 FROM pg_advisory_lock(hashtext($1))";
    private static final String TRY = "SELECT pg_try_advisory_lock(hashtext($1))";
    private static final String RELEASE = "SELECT pg_advisory_unlock(hashtext($1))";
    private static final String TAKE_IN_TRANSACTION = "SELECT 1 FROM pg_advisory_xact_lock(hashtext($1))";
    private static final String TRY_IN_TRANSACTION = "SELECT pg_try_advisory_xact_lock(hashtext($1))";

    private final SqlConnection holder;
    private final Tuple name;

    private Turn(SqlConnection holder, String name) {
        this.holder = holder;
        this.name = Tuple.of(name);
    }

    /// Waits for the turn.
    static Turn take(Pool pool, String name) {
        Turn turn = new Turn(Connections.open(pool), name);
        try {
            turn.holder.preparedQuery(TAKE).executeAndAwait(turn.name);
            return turn;
        } catch (RuntimeException e) {
            turn.holder.closeAndForget();
            throw Connections.fault(e);
        }
    }

    /// Takes the turn, unless another has it.
    static Optional<Turn> tryTake(Pool pool, String name) {
        Turn turn = new Turn(Connections.open(pool), name);
        try {
            if (isTrue(turn.holder, TRY, turn.name)) {
                return Optional.of(turn);
            }
        } catch (RuntimeException e) {
            turn.holder.closeAndForget();
            throw Connections.fault(e);
        }
        turn.holder.closeAndAwait();
        return Optional.empty();
    }

    /// Waits for the turn, and has it until the transaction ends.
    public static void takeIn(SqlConnection transaction, String name) {
        transaction.preparedQuery(TAKE_IN_TRANSACTION).executeAndAwait(Tuple.of(name));
    }

    /// Takes the turn until the transaction ends; false if another has it.
    static boolean tryTakeIn(SqlConnection transaction, String name) {
        return isTrue(transaction, TRY_IN_TRANSACTION, Tuple.of(name));
    }

    /// Runs statements on the connection that holds the turn, each in a transaction of its own.
    ///
    /// @throws StorageFault if the connection is lost, and the turn with it
    <T> T with(Function<SqlConnection, T> work) {
        try {
            return work.apply(holder);
        } catch (RuntimeException e) {
            throw Connections.fault(e);
        }
    }

    private static boolean isTrue(SqlConnection connection, String query, Tuple name) {
        return connection
                .preparedQuery(query)
                .executeAndAwait(name)
                .iterator()
                .next()
                .getBoolean(0);
    }

    @Override
    public void close() {
        try {
            holder.preparedQuery(RELEASE).executeAndAwait(name);
        } catch (RuntimeException e) {
            LOG.debugf("the turn went with its connection: %s", e.getMessage());
        } finally {
            holder.closeAndForget();
        }
    }
}
