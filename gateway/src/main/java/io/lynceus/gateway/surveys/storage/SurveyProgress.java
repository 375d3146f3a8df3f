package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.PortionClaim;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the progress of surveys, private and published.
final class SurveyProgress {
    private static final String FINISH = """
            UPDATE survey_portions SET results = $1, refused = $2, lease = NULL, leased_until = NULL
            WHERE survey = $3 AND number = $4 AND lease = $5 AND results IS NULL
            """;
    private static final String KEEP = """
            UPDATE survey_portions SET results = $1, refused = $2, lease = NULL, leased_until = NULL
            WHERE survey = $3 AND number = $4
            """;
    private static final String ADVANCE = """
            UPDATE surveys SET classified = classified + $1::bigint, refused = refused + $2::bigint,
                state = CASE WHEN classified + refused + $1::bigint + $2::bigint >= rows THEN 'DONE' ELSE state END,
                ended_at = CASE WHEN classified + refused + $1::bigint + $2::bigint >= rows THEN now()
                           ELSE ended_at END,
                classes = (SELECT coalesce(jsonb_object_agg(class, rows), '{}')
                           FROM (SELECT class, sum(rows::bigint) AS rows
                                 FROM (SELECT * FROM jsonb_each_text(classes)
                                       UNION ALL SELECT * FROM jsonb_each_text($3::text::jsonb)) AS each (class, rows)
                                 GROUP BY class) AS counted)
            WHERE id = $4
            """;

    private SurveyProgress() {}

    /// Stores the results of a portion and ends its claim.
    ///
    /// @return false if the claim was lost
    static boolean finish(SqlConnection connection, PortionClaim claim, List<RowResult> results) {
        return connection
                        .preparedQuery(FINISH)
                        .executeAndAwait(results(claim.survey().id(), claim.number(), results)
                                .value(claim.lease())
                                .tuple())
                        .rowCount()
                > 0;
    }

    /// Stores the results of all rows of a portion.
    static void keep(SqlConnection connection, String survey, int number, List<RowResult> results) {
        var unused = connection
                .preparedQuery(KEEP)
                .executeAndAwait(results(survey, number, results).tuple());
    }

    private static BatchColumns results(String survey, int number, List<RowResult> results) {
        return new BatchColumns()
                .value(PortionCodec.results(results))
                .value((int) refused(results))
                .value(survey)
                .value(number);
    }

    /// Counts rows as done, by class. A survey ends when all its rows are done.
    static void advance(SqlConnection connection, String survey, List<RowResult> results) {
        long refused = refused(results);
        var unused = connection
                .preparedQuery(ADVANCE)
                .executeAndAwait(new BatchColumns()
                        .value(results.size() - refused)
                        .value(refused)
                        .value(SurveyJson.counts(byClass(results)))
                        .value(survey)
                        .tuple());
    }

    private static Map<String, Long> byClass(List<RowResult> results) {
        return results.stream()
                .filter(ClassifiedRow.class::isInstance)
                .collect(
                        Collectors.groupingBy(result -> ((ClassifiedRow) result).sourceClass(), Collectors.counting()));
    }

    private static long refused(List<RowResult> results) {
        return results.stream().filter(RefusedRow.class::isInstance).count();
    }
}
