package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.exchange.ExportTable;
import io.lynceus.labels.exchange.ExportTable.Column;
import io.lynceus.labels.exchange.Exports;
import io.lynceus.labels.storage.RowCursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables by one statement each, read through a cursor.
@ApplicationScoped
class PostgresExports implements Exports {
    /// Rows held in memory at once.
    private static final int FETCHED = 2_000;

    private static final String VOTES = """
            SELECT vote_id AS classification_id, voter AS user_name, source_id AS subject_id, cast_at AS created_at,
                   answer, comment, time_spent_s, array_to_string(hints, ';') AS hints, known_class IS NOT NULL AS gold,
                   counted, import_name, imported_id, imported_at
            FROM votes JOIN subjects USING (source_id) ORDER BY vote_id
            """;
    private static final String AGGREGATES = """
            SELECT source_id AS subject_id, name, ra_deg, dec_deg, class AS classifier_class, consensus, confidence,
                   CASE consensus WHEN 'AGN' THEN c_agn WHEN 'Star' THEN c_star WHEN 'XRB' THEN c_xrb
                       WHEN 'CV' THEN c_cv WHEN 'Other' THEN c_other END::float8 / nullif(n_counted, 0) AS agreement,
                   posterior[1] AS p_agn, posterior[2] AS p_star, posterior[3] AS p_xrb, posterior[4] AS p_cv,
                   posterior[5] AS p_other, n_agn, n_star, n_xrb, n_cv, n_other, n_unsure,
                   votes AS classification_count, finished OR retired AS retired
            FROM subjects CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE counted) AS n_counted,
                       %s
                FROM votes WHERE votes.source_id = subjects.source_id) AS counts
            WHERE votes > 0 AND known_class IS NULL ORDER BY source_id
            """.formatted(
                    List.of("AGN", "Star", "XRB", "CV", "Other", "Unsure").stream()
                            .map(answer -> """
                    count(*) FILTER (WHERE answer = '%1$s') AS n_%2$s,
                    count(*) FILTER (WHERE answer = '%1$s' AND counted) AS c_%2$s
                    """.formatted(answer, answer.toLowerCase(Locale.ROOT)))
                            .collect(Collectors.joining(", ")));
    private static final String GOLD = """
            SELECT source_id AS subject_id, name, ra_deg, dec_deg, known_class AS truth, class AS classifier_class,
                   votes AS classification_count,
                   (SELECT count(*) FROM votes WHERE votes.source_id = subjects.source_id AND answer = known_class)
                       AS right_count
            FROM subjects WHERE known_class IS NOT NULL ORDER BY source_id
            """;
    /// The counts stand by answer, then by true class.
    private static final String CONFUSION = """
            SELECT voter AS user_name, labels[(place - 1) % 5 + 1] AS truth, labels[(place - 1) / 5 + 1] AS answer,
                   expected_votes
            FROM volunteers CROSS JOIN (SELECT '{AGN,Star,XRB,CV,Other}'::text[] AS labels) AS classes
            CROSS JOIN LATERAL unnest(counts) WITH ORDINALITY AS cells (expected_votes, place)
            ORDER BY voter, place
            """;

    private final Pool pool;

    PostgresExports(Pool pool) {
        this.pool = pool;
    }

    private static String select(ExportTable table) {
        return switch (table) {
            case VOTES -> VOTES;
            case AGGREGATES -> AGGREGATES;
            case GOLD -> GOLD;
            case CONFUSION -> CONFUSION;
        };
    }

    @Override
    public Rows open(ExportTable table) {
        return new CursorRows(table, RowCursor.open(pool, select(table), FETCHED));
    }

    private record CursorRows(ExportTable table, RowCursor cursor) implements Rows {
        @Override
        public List<List<@Nullable Object>> next() {
            return cursor.next().stream().map(this::values).toList();
        }

        private List<@Nullable Object> values(Row row) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Column column : table.columns()) {
                values.add(
                        switch (row.getValue(column.name())) {
                            case OffsetDateTime time -> time.toInstant();
                            case null -> null;
                            case Object value -> value;
                        });
            }
            return values;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
