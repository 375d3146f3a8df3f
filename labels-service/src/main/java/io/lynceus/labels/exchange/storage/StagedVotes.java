package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.exchange.ImportedRow;
import io.lynceus.labels.exchange.ImportedRow.ImportedVote;
import io.lynceus.labels.exchange.ImportedRow.RejectedRow;
import io.lynceus.labels.exchange.ImportedRow.SkippedRow;
import io.lynceus.labels.exchange.VoteImports.ImportReport;
import io.lynceus.labels.storage.Recomputations;
import io.lynceus.labels.storage.Turn;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
            SELECT line, imported_id, source_id, voter, answer, cast_at, time_spent_s
            FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::float8[])
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
            FROM votes WHERE votes.import_name = $1 AND votes.imported_id = staged.imported_id AND refusal IS NULL
            """;
    /// In the order in which all writers take them.
    private static final String HOLD = """
            SELECT FROM subjects WHERE source_id IN (SELECT source_id FROM staged WHERE refusal IS NULL AND NOT repeated)
            ORDER BY source_id FOR NO KEY UPDATE
            """;
    private static final String INSERT = """
            WITH added AS (
                INSERT INTO votes (source_id, voter, answer, cast_at, time_spent_s, import_name, imported_id, imported_at)
                SELECT source_id, voter, answer, cast_at, time_spent_s, $1::text, imported_id, now() FROM staged
                WHERE refusal IS NULL AND NOT repeated
                ORDER BY source_id, cast_at, line
                ON CONFLICT DO NOTHING
                RETURNING source_id),
            counted AS (
                UPDATE subjects SET votes = votes + more
                FROM (SELECT source_id, count(*) AS more FROM added GROUP BY source_id) AS by_source
                WHERE subjects.source_id = by_source.source_id)
            SELECT count(*) AS added FROM added
            """;
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE refusal IS NOT NULL) AS refused, count(*) FILTER (WHERE repeated) AS repeated,
                   count(*) AS staged
            FROM staged
            """;
    private static final String REFUSALS =
            "SELECT line, refusal FROM staged WHERE refusal IS NOT NULL ORDER BY line LIMIT $1";

    private final String name;
    private final List<RejectedRow> rejections = new ArrayList<>();
    private long rejected = 0;
    private long skipped = 0;

    private StagedVotes(String name) {
        this.name = name;
    }

    static StagedVotes of(SqlConnection connection, String name, Iterable<ImportedRow> rows) {
        StagedVotes staged = new StagedVotes(name);
        connection.query(CREATE).executeAndAwait();
        List<ImportedVote> batch = new ArrayList<>(BATCH);
        for (ImportedRow row : rows) {
            switch (row) {
                case ImportedVote vote -> batch.add(vote);
                case SkippedRow _ -> staged.skipped++;
                case RejectedRow rejected -> staged.reject(rejected);
            }
            if (batch.size() == BATCH) {
                stage(connection, batch);
                batch.clear();
            }
        }
        stage(connection, batch);
        return staged;
    }

    private void reject(RejectedRow row) {
        rejected++;
        if (rejections.size() < ImportReport.MOST_REFUSALS) {
            rejections.add(row);
        }
    }

    private static void stage(SqlConnection connection, List<ImportedVote> rows) {
        connection
                .preparedQuery(STAGE)
                .executeAndAwait(new BatchColumns()
                        .longs(rows, ImportedVote::line)
                        .texts(rows, ImportedVote::id)
                        .texts(rows, row -> row.vote().sourceId())
                        .texts(rows, row -> row.vote().user())
                        .texts(rows, row -> row.vote().answer().label())
                        .instants(rows, row -> row.vote().castAt())
                        .doubles(rows, row -> orNull(row.vote().details().timeSpentS()))
                        .tuple());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// Makes votes of the rows, and demands a recomputation. From here to the commit, votes for their sources wait.
    ImportReport apply(SqlConnection connection) {
        Turn.takeIn(connection, Turn.CROWD);
        Tuple ofImport = Tuple.of(name);
        connection.query(UNKNOWN).executeAndAwait();
        connection.preparedQuery(REPEATED).executeAndAwait(ofImport);
        connection.query(HOLD).executeAndAwait();
        long added = connection
                .preparedQuery(INSERT)
                .executeAndAwait(ofImport)
                .iterator()
                .next()
                .getLong("added");
        if (added > 0) {
            Recomputations.demand(connection);
        }
        Row counts = connection.query(COUNTS).executeAndAwait().iterator().next();
        long staged = counts.getLong("staged");
        long refused = counts.getLong("refused");
        long repeated = counts.getLong("repeated");
        return new ImportReport(
                staged + rejected + skipped,
                added,
                repeated,
                staged - refused - repeated - added,
                skipped,
                refused + rejected,
                refusals(connection),
                0);
    }

    /// The first refusals by line: of rows that cannot be read, and of those that the database refuses.
    private List<RejectedRow> refusals(SqlConnection connection) {
        Stream<RejectedRow> refused = StreamSupport.stream(
                        connection
                                .preparedQuery(REFUSALS)
                                .executeAndAwait(Tuple.of(ImportReport.MOST_REFUSALS))
                                .spliterator(),
                        false)
                .map(row -> new RejectedRow(row.getLong("line"), row.getString("refusal")));
        return Stream.concat(rejections.stream(), refused)
                .sorted(Comparator.comparingLong(RejectedRow::line))
                .limit(ImportReport.MOST_REFUSALS)
                .toList();
    }
}
