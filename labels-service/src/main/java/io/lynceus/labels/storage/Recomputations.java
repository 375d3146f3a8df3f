package io.lynceus.labels.storage;

import io.lynceus.labels.CorrelatedAccounts.Member;
import io.lynceus.labels.Crowd.Recomputed;
import io.lynceus.labels.CrowdState;
import io.lynceus.labels.Recomputation;
import io.lynceus.labels.Recomputation.KnownSource;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.SettledSource;
import io.lynceus.labels.Settlement;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Runs recomputations: reads in one transaction, computes in none, writes a few sources in each of many.
///
/// A recomputation has the turn [Turn#CROWD] from beginning to end, so nothing is settled meanwhile. Votes go on: they
/// wait for a few sources at most, and a vote that was not read leaves its source marked. Between the first of its
/// transactions and the last, posteriors and skill are not in step. The column `recomputation` says so. The next
/// instance that has the turn then recomputes before it settles.
@ApplicationScoped
public class Recomputations {
    private static final String BEGIN = "UPDATE crowd_states SET recomputation = $1";
    private static final String GOES_ON = "SELECT FROM crowd_states WHERE recomputation = $1 FOR SHARE";
    private static final String END = "UPDATE crowd_states SET recomputation = NULL WHERE recomputation = $1";
    private static final String DUE = "SELECT FROM crowd_states WHERE recomputation IS NOT NULL";

    /// Sources that are read and written at once, in some tenths of a second: a vote for one of them waits so long.
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final Pool pool;

    Recomputations(Transactions transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /// Demands a recomputation from the next holder of the turn. The caller has the turn.
    public static void demand(SqlConnection connection) {
        connection.preparedQuery(BEGIN).executeAndAwait(Tuple.of(UUID.randomUUID()));
    }

    /// Whether a recomputation was demanded or interrupted, so that posteriors and skill are not in step. The
    /// caller has the turn.
    static boolean isDue(SqlConnection connection) {
        return connection.preparedQuery(DUE).executeAndAwait().size() > 0;
    }

    /// Waits for the turn and recomputes.
    Recomputed run() {
        try (Turn _ = Turn.take(pool, Turn.CROWD)) {
            return recompute();
        }
    }

    /// Waits for the turn and recomputes if that is due.
    public void runIfDue() {
        try (Turn _ = Turn.take(pool, Turn.CROWD)) {
            if (transactions.withConnection(Recomputations::isDue)) {
                recompute();
            }
        }
    }

    /// Recomputes if that is due and nobody else has the turn.
    ///
    /// @return number of sources that were settled
    int tryRunIfDue() {
        Optional<Turn> free = Turn.tryTake(pool, Turn.CROWD);
        if (free.isEmpty()) {
            return 0;
        }
        try (Turn _ = free.get()) {
            return transactions.withConnection(Recomputations::isDue)
                    ? recompute().sources()
                    : 0;
        }
    }

    private Recomputed recompute() {
        UUID id = UUID.randomUUID();
        transactions.withConnection(connection -> {
            PostgresCorrelatedAccounts.separate(connection);
            return connection.preparedQuery(BEGIN).executeAndAwait(Tuple.of(id)).rowCount();
        });
        Recomputation apart = read();
        Map<String, String> imports = transactions.withConnection(PostgresCorrelatedAccounts::imports);
        List<Member> members = apart.correlated(imports);
        if (members.isEmpty()) {
            return write(id, apart);
        }
        goOn(id, connection -> {
            PostgresCorrelatedAccounts.join(connection, members);
            return members.size();
        });
        return write(id, read());
    }

    private Recomputation read() {
        return Recomputation.of(
                transactions.withConnection(CrowdReader::allVotes),
                transactions.withConnection(CrowdReader::knownClasses));
    }

    private Recomputed write(UUID id, Recomputation recomputation) {
        List<KnownSource> known = transactions.withConnection(CrowdReader::knownSources);
        RetirementRule rule = transactions.withConnection(PostgresRetirement::activeRule);
        CrowdState state = recomputation.state(known);
        int changed = 0;
        for (List<String> batch : recomputation.batches(BATCH)) {
            Settlement settlement = goOn(id, connection -> {
                Settlement settled = recomputation.settle(CrowdReader.sources(connection, batch), state, rule);
                CrowdWriter.sources(connection, settled);
                return settled;
            });
            changed += (int)
                    settlement.sources().stream().filter(SettledSource::changed).count();
        }
        transactions.withConnection(connection -> {
            if (connection.preparedQuery(END).executeAndAwait(Tuple.of(id)).rowCount() == 0) {
                throw taken();
            }
            CrowdWriter.state(connection, state);
            return id;
        });
        return recomputation.done(state, changed);
    }

    /// A transaction of this recomputation, if no other has begun since: an instance that has lost its connection
    /// has lost the turn with it.
    private <T> T goOn(UUID id, Function<SqlConnection, T> work) {
        return transactions.withConnection(connection -> {
            if (connection.preparedQuery(GOES_ON).executeAndAwait(Tuple.of(id)).size() == 0) {
                throw taken();
            }
            return work.apply(connection);
        });
    }

    private static IllegalStateException taken() {
        return new IllegalStateException("another recomputation has taken over");
    }
}
