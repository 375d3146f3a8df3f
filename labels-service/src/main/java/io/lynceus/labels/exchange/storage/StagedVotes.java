package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.exchange.ImportedRow;
import io.lynceus.labels.exchange.ImportedRow.ImportedVote;
import io.lynceus.labels.exchange.ImportedRow.RejectedRow;
import io.lynceus.labels.exchange.ImportedRow.SkippedRow;
import io.lynceus.labels.exchange.VoteImports.ImportReport;
import io.lynceus.labels.storage.Recomputation;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Rows of an import in a table of their own, which only their transaction sees: nobody waits while they are read.
///
/// Not thread-safe.
final class StagedVotes {
    /// Rows held in memory at once.
    private static final int BATCH = 5_000;

    private static final String CREATE = """
            CREATE TEMPORARY TABLE staged (line bigint, imported_id text, source_id text, voter text, answer text,
                cast_at timestamptz, time_spent_s float8, refusal text, repeated boolean NOT NULL DEFAULT false)
            ON COMMIT DROP
            """;
    private static final String STAGE = """
            INSERT INTO staged (line, imported_id, source_id, voter, answer, cast_at, time_spent_s)
            SELECT line, imported_id, source_id, voter, answer, to_timestamp(cast_at), time_spent_s
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[])
                AS given (line, imported_id, source_id, voter, answer, cast_at, time_spent_s)
            """;
    private static final String UNKNOWN = """
            UPDATE staged SET refusal = 'there is no source ''' || source_id || ''''
            WHERE NOT EXISTS (SELECT FROM subjects WHERE subjects.source_id = staged.source_id)
            """;
    /// A forgotten volunteer's votes stay under another name.
    private static final String REPEATED = """
            UPDATE staged SET
                repeated = (votes.source_id, votes.answer) = (staged.source_id, staged.answer),
                refusal = CASE WHEN (votes.source_id, votes.answer) <> (staged.source_id, staged.answer)
                    THEN 'classification ' || staged.imported_id || ' was imported as ' || votes.answer || ' for '''
                        || votes.source_id || ''', and is ' || staged.answer || ' for ''' || staged.source_id || ''' now'
                    END
            FROM votes WHERE votes.import_name = ? AND votes.imported_id = staged.imported_id AND refusal IS NULL
            """;
    /// In the order in which all writers take them.
    private static final String HOLD = """
            SELECT FROM subjects WHERE source_id IN (SELECT source_id FROM staged WHERE refusal IS NULL AND NOT repeated)
            ORDER BY source_id FOR NO KEY UPDATE
            """;
    private static final String INSERT = """
            WITH added AS (
                INSERT INTO votes (source_id, voter, answer, cast_at, time_spent_s, import_name, imported_id, imported_at)
                SELECT source_id, voter, answer, cast_at, time_spent_s, ?, imported_id, now() FROM staged
                WHERE refusal IS NULL AND NOT repeated
                ORDER BY source_id, cast_at, line
                ON CONFLICT DO NOTHING
                RETURNING source_id),
            counted AS (
                UPDATE subjects SET votes = votes + more
                FROM (SELECT source_id, count(*) AS more FROM added GROUP BY source_id) AS by_source
                WHERE subjects.source_id = by_source.source_id)
            SELECT count(*) FROM added
            """;
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE refusal IS NOT NULL), count(*) FILTER (WHERE repeated), count(*) FROM staged
            """;
    private static final String REFUSALS =
            "SELECT line, refusal FROM staged WHERE refusal IS NOT NULL ORDER BY line LIMIT ?";

    private final String name;
    private final List<RejectedRow> refusals = new ArrayList<>();
    private long refused = 0;
    private long passed = 0;

    private StagedVotes(String name) {
        this.name = name;
    }

    static StagedVotes of(Connection connection, String name, Iterator<ImportedRow> rows) throws SQLException {
        StagedVotes staged = new StagedVotes(name);
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            create.executeUpdate();
        }
        List<ImportedVote> batch = new ArrayList<>(BATCH);
        while (rows.hasNext()) {
            switch (rows.next()) {
                case ImportedVote cast -> batch.add(cast);
                case SkippedRow _ -> staged.passed++;
                case RejectedRow row -> staged.refuse(row);
            }
            if (batch.size() == BATCH || !rows.hasNext()) {
                stage(connection, batch);
                batch.clear();
            }
        }
        return staged;
    }

    private void refuse(RejectedRow row) {
        refused++;
        if (refusals.size() < ImportReport.MOST_REFUSALS) {
            refusals.add(row);
        }
    }

    private static void stage(Connection connection, List<ImportedVote> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STAGE)) {
            new BatchColumns(statement)
                    .longs(rows, ImportedVote::line)
                    .texts(rows, ImportedVote::id)
                    .texts(rows, row -> row.vote().sourceId())
                    .texts(rows, row -> row.vote().user())
                    .texts(rows, row -> row.vote().answer().label())
                    .doubles(rows, row -> row.vote().castAt().toEpochMilli() / 1e3)
                    .doubles(rows, row -> orNull(row.vote().details().timeSpentS()));
            statement.executeUpdate();
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// Makes votes of the rows, and has everything computed anew with them next; from here on, votes for their sources
    /// wait.
    ImportReport apply(Connection connection) throws SQLException {
        Recomputation.takeTurn(connection);
        update(connection, UNKNOWN);
        update(connection, REPEATED, name);
        hold(connection);
        long added = update(connection, INSERT, name);
        if (added > 0) {
            Recomputation.demand(connection);
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNTS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long standing = row.getLong(3) - row.getLong(1) - row.getLong(2) - added;
            addUnknown(connection);
            return new ImportReport(
                    row.getLong(3) + refused + passed,
                    added,
                    row.getLong(2),
                    standing,
                    passed,
                    row.getLong(1) + refused,
                    refusals.stream()
                            .sorted(Comparator.comparingLong(RejectedRow::line))
                            .limit(ImportReport.MOST_REFUSALS)
                            .toList(),
                    0);
        }
    }

    private static void hold(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            statement.execute();
        }
    }

    private void addUnknown(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REFUSALS)) {
            statement.setInt(1, ImportReport.MOST_REFUSALS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    refusals.add(new RejectedRow(row.getLong(1), row.getString(2)));
                }
            }
        }
    }

    /// Rows updated, or the number that is selected.
    private static long update(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
