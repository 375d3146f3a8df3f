package io.lynceus.labels.storage;

import io.lynceus.labels.Crowd;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.Settlement;
import io.lynceus.labels.VotedSources;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Skill and consensus in the tables `volunteers`, `crowd_states` and `subjects`.
///
/// A vote only marks its source. One instance at a time settles the marked sources, a batch in a few statements, so
/// skill has one writer. It reads and computes without a lock on any source. To write, it locks the sources in the
/// order of their ids. It leaves the mark on those that were voted on or classified meanwhile.
@ApplicationScoped
class PostgresCrowd implements Crowd {
    private static final String UNSETTLED = """
            SELECT source_id FROM subjects WHERE unsettled ORDER BY source_id LIMIT $1
            """;

    private final Transactions transactions;
    private final Recomputations recomputations;
    private final Ballots ballots;

    PostgresCrowd(Transactions transactions, Recomputations recomputations, Ballots ballots) {
        this.transactions = transactions;
        this.recomputations = recomputations;
        this.ballots = ballots;
    }

    @Override
    public int settle(int limit) {
        OptionalInt settled = transactions.withConnection(connection -> settle(connection, limit));
        return settled.isPresent() ? settled.getAsInt() : recomputations.tryRunIfDue();
    }

    /// Number of sources settled; empty if a recomputation is due first.
    private static OptionalInt settle(SqlConnection connection, int limit) {
        if (!Turn.tryTakeIn(connection, Turn.CROWD)) {
            return OptionalInt.of(0);
        }
        if (Recomputations.isDue(connection)) {
            return OptionalInt.empty();
        }
        Assignments.forgetExpired(connection);
        List<String> unsettled = unsettled(connection, limit);
        if (!unsettled.isEmpty()) {
            VotedSources sources = CrowdReader.votedSources(connection, unsettled);
            RetirementRule rule = PostgresRetirement.activeRule(connection);
            Settlement settlement = sources.settle(rule);
            CrowdWriter.state(connection, settlement.state());
            CrowdWriter.sources(connection, settlement);
        }
        return OptionalInt.of(unsettled.size());
    }

    private static List<String> unsettled(SqlConnection connection, int limit) {
        List<String> found = new ArrayList<>();
        for (Row row : connection.preparedQuery(UNSETTLED).executeAndAwait(Tuple.of(limit))) {
            found.add(row.getString("source_id"));
        }
        return found;
    }

    @Override
    public Recomputed recompute() {
        return recomputations.run();
    }

    @Override
    public Optional<Opinion> opinion(String sourceId) {
        return ballots.tally(sourceId).map(tally -> transactions
                .withConnection(connection -> CrowdReader.votedSources(connection, List.of(sourceId)))
                .opinion(tally));
    }
}
