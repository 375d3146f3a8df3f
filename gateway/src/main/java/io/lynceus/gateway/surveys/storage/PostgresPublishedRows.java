package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.surveys.PortionClaim;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.RowReading;
import io.lynceus.gateway.surveys.RowReading.Readable;
import io.lynceus.gateway.surveys.RowReading.Unreadable;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Published rows in the table `survey_departures`, from before they are sent until all of their portion have a result.
///
/// A set-based table: one statement for the rows of a portion, one for the results of a batch. Transactions lock
/// portions in the order of their numbers, and before their surveys.
@ApplicationScoped
class PostgresPublishedRows implements PublishedRows {
    private static final String EXPECT = """
            INSERT INTO survey_departures (survey, number, place, content, result)
            SELECT survey, number, place, content, result
            FROM unnest($1::bigint[], $2::text[], $3::bytea[]) AS departure (place, content, result), survey_portions
            WHERE survey = $4 AND number = $5 AND lease = $6 AND survey_portions.results IS NULL
            FOR NO KEY UPDATE OF survey_portions
            ON CONFLICT DO NOTHING RETURNING result
            """;
    private static final String SENT = """
            UPDATE survey_portions SET sent = true, lease = NULL, leased_until = NULL
            WHERE survey = $1 AND number = $2 AND lease = $3
            """;
    private static final String ANY_AWAITED =
            "SELECT EXISTS (SELECT FROM survey_departures WHERE result IS NULL) AS any_awaited";
    private static final String ANSWER = """
            UPDATE survey_departures AS departure SET result = answer.result
            FROM unnest($1::text[], $2::bytea[]) AS answer (content, result)
            WHERE departure.content = answer.content AND departure.result IS NULL
            RETURNING survey, number, departure.result
            """;
    private static final String LOCK =
            "SELECT FROM survey_portions WHERE survey = $1 AND number = $2 FOR NO KEY UPDATE";
    private static final String COMPLETE = """
            DELETE FROM survey_departures WHERE survey = $1 AND number = $2
                AND NOT EXISTS (SELECT FROM survey_departures WHERE survey = $1 AND number = $2 AND result IS NULL)
            RETURNING place, result
            """;

    private final Transactions transactions;
    private final PortionClaims claims;
    private final long mostPortions;

    @Inject
    PostgresPublishedRows(Transactions transactions, PortionClaims claims, GatewayConfig config) {
        this(transactions, claims, Math.max(1, config.publishedRowsUnderWay() / Surveys.PORTION));
    }

    /// @param mostPortions of one survey on the stream
    PostgresPublishedRows(Transactions transactions, PortionClaims claims, long mostPortions) {
        this.transactions = transactions;
        this.claims = claims;
        this.mostPortions = mostPortions;
    }

    private record Portion(String survey, int number) {
        static final Comparator<Portion> ORDER =
                Comparator.comparing(Portion::survey).thenComparing(Portion::number);

        static Portion of(PortionClaim claim) {
            return new Portion(claim.survey().id(), claim.number());
        }
    }

    @Override
    public Optional<PortionClaim> claim(Duration lease) {
        return claims.claimPublished(lease, mostPortions);
    }

    @Override
    public void release(PortionClaim claim) {
        claims.release(claim);
    }

    @Override
    public void expect(PortionClaim claim, List<RowReading> readings) {
        Portion portion = Portion.of(claim);
        transactions.withConnection(connection -> {
            List<RowResult> refused = new ArrayList<>();
            RowSet<Row> inserted = execute(
                    connection,
                    EXPECT,
                    new BatchColumns()
                            .longs(LongStream.range(0, readings.size()).boxed().toList())
                            .texts(readings, PostgresPublishedRows::digest)
                            .bytes(readings, PostgresPublishedRows::refusal)
                            .value(portion.survey())
                            .value(portion.number())
                            .value(claim.lease()));
            for (Row row : inserted) {
                Buffer result = row.getBuffer("result");
                if (result != null) {
                    refused.addAll(PortionCodec.results(result.getBytes()));
                }
            }
            SurveyProgress.advance(connection, portion.survey(), refused);
            return refused.size();
        });
    }

    private static @Nullable String digest(RowReading reading) {
        return reading instanceof Readable readable ? readable.digest() : null;
    }

    private static byte @Nullable [] refusal(RowReading reading) {
        return reading instanceof Unreadable unreadable ? PortionCodec.results(List.of(unreadable.result())) : null;
    }

    @Override
    public void sent(PortionClaim claim) {
        Portion portion = Portion.of(claim);
        transactions.withConnection(connection -> {
            boolean held = execute(connection, SENT, columns(portion).value(claim.lease()))
                            .rowCount()
                    > 0;
            if (held) {
                completeIfAnswered(connection, portion);
            }
            return held;
        });
    }

    @Override
    public boolean anyAwaited() {
        return transactions.withConnection(connection -> connection
                .query(ANY_AWAITED)
                .executeAndAwait()
                .iterator()
                .next()
                .getBoolean("any_awaited"));
    }

    @Override
    public void keep(List<StreamResult> results) {
        Map<String, byte[]> first = new LinkedHashMap<>();
        results.forEach(result -> first.putIfAbsent(result.digest(), PortionCodec.results(List.of(result.result()))));
        if (first.isEmpty()) {
            return;
        }
        transactions.withConnection(connection -> {
            Map<Portion, List<RowResult>> arrived = answer(connection, first);
            Map<String, List<RowResult>> bySurvey = new TreeMap<>();
            arrived.forEach((portion, found) -> {
                execute(connection, LOCK, columns(portion));
                completeIfAnswered(connection, portion);
                bySurvey.computeIfAbsent(portion.survey(), survey -> new ArrayList<>())
                        .addAll(found);
            });
            bySurvey.forEach((survey, found) -> SurveyProgress.advance(connection, survey, found));
            return arrived.size();
        });
    }

    private static Map<Portion, List<RowResult>> answer(SqlConnection connection, Map<String, byte[]> results) {
        Map<Portion, List<RowResult>> arrived = new TreeMap<>(Portion.ORDER);
        RowSet<Row> answered = execute(
                connection, ANSWER, new BatchColumns().texts(results.keySet()).bytes(results.values(), bytes -> bytes));
        for (Row row : answered) {
            arrived.computeIfAbsent(
                            new Portion(row.getString("survey"), row.getInteger("number")),
                            portion -> new ArrayList<>())
                    .addAll(PortionCodec.results(row.getBuffer("result").getBytes()));
        }
        return arrived;
    }

    /// Stores the results of a portion that is locked with those of private surveys, once all its rows have one.
    private static void completeIfAnswered(SqlConnection connection, Portion portion) {
        Map<Long, RowResult> byPlace = new TreeMap<>();
        for (Row row : execute(connection, COMPLETE, columns(portion))) {
            byPlace.put(
                    row.getLong("place"),
                    PortionCodec.results(row.getBuffer("result").getBytes()).getFirst());
        }
        if (!byPlace.isEmpty()) {
            SurveyProgress.keep(connection, portion.survey(), portion.number(), List.copyOf(byPlace.values()));
        }
    }

    private static BatchColumns columns(Portion portion) {
        return new BatchColumns().value(portion.survey()).value(portion.number());
    }

    private static RowSet<Row> execute(SqlConnection connection, String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }
}
