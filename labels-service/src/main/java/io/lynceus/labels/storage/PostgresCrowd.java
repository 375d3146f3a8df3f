package io.lynceus.labels.storage;

import io.lynceus.labels.Consensus;
import io.lynceus.labels.Crowd;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.storage.CrowdSlice.Source;
import io.lynceus.labels.storage.SkillTables.Counted;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Skill and consensus in the tables `volunteers`, `crowd` and `subjects`.
///
/// Votes only mark their source; one instance at a time settles what is marked, a batch in a few statements, so skill
/// has one writer. It reads and computes without a lock on any source, takes them in the order of their ids to write,
/// and
/// leaves the mark on those that were voted on or classified meanwhile.
@ApplicationScoped
class PostgresCrowd implements Crowd {
    static final String TURN = "pg_advisory_xact_lock(hashtext('crowd'))";
    private static final String TRY_TURN = "SELECT pg_try_advisory_xact_lock(hashtext('crowd'))";
    private static final String UNSETTLED = """
            SELECT source_id FROM subjects WHERE unsettled ORDER BY source_id LIMIT ?
            """;

    private final Transactions transactions;

    PostgresCrowd(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int settle(int limit) {
        return transactions.run(connection -> {
            if (!isOurTurn(connection)) {
                return 0;
            }
            if (Recomputation.wasInterrupted(connection)) {
                return Recomputation.run(transactions, connection).sources();
            }
            Assignments.forgetExpired(connection);
            List<String> unsettled = unsettled(connection, limit);
            if (!unsettled.isEmpty()) {
                settle(connection, unsettled);
            }
            return unsettled.size();
        });
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_TURN);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static List<String> unsettled(Connection connection, int limit) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNSETTLED)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static void settle(Connection connection, List<String> sourceIds) throws SQLException {
        CrowdSlice slice = CrowdSlice.read(connection, sourceIds);
        RetirementRule rule = PostgresRetirement.activeRule(connection);
        List<Settled> settled = new ArrayList<>();
        for (Source source : slice.sources()) {
            double[] posterior = slice.crowd().settle(source.votes());
            Optional<Consensus> consensus = source.consensus(slice, posterior);
            settled.add(Settled.of(source, posterior, consensus, rule));
        }
        SkillTables.count(
                connection,
                slice.sources().stream()
                        .flatMap(source -> Counted.of(
                                source.sourceId(),
                                source.votes().users(),
                                source.votes().counted(),
                                slice.voters()))
                        .toList());
        SkillTables.write(connection, slice);
        Settled.write(connection, settled);
    }

    @Override
    public Recomputed recompute() {
        return transactions.run(connection -> {
            Recomputation.takeTurn(connection);
            return Recomputation.run(transactions, connection);
        });
    }

    @Override
    public Optional<Opinion> opinion(String sourceId) {
        return transactions.run(connection -> {
            if (!PostgresBallots.exists(connection, sourceId)) {
                return Optional.empty();
            }
            CrowdSlice slice = CrowdSlice.read(connection, List.of(sourceId));
            Source source = slice.sources().getFirst();
            double[] posterior = slice.crowd().posterior(source.votes());
            return Optional.of(new Opinion(
                    PostgresBallots.tally(connection, sourceId),
                    source.consensus(slice, posterior),
                    source.witnesses(slice, posterior)));
        });
    }
}
