package io.lynceus.labels.storage;

import io.lynceus.labels.conduct.RateLimit;
import io.lynceus.labels.conduct.RateLimits;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Lesson;
import io.lynceus.labels.voting.PropertyCategory;
import io.lynceus.labels.voting.Tally;
import io.lynceus.labels.voting.Vote;
import io.lynceus.labels.voting.VoteDetails;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Votes in the table `votes`.
///
/// Votes of one user take turns, then votes for one source on its row in `subjects`, so that each sees the tally that
/// the one before left. The row is taken last and held for two short statements.
@ApplicationScoped
class PostgresBallots implements Ballots {
    private static final String STANDING = "SELECT FROM votes WHERE source_id = $1 AND voter = $2";
    private static final String TIMES =
            "SELECT cast_at FROM votes WHERE voter = $1 AND cast_at > $2 ORDER BY cast_at DESC OFFSET $3 LIMIT 1";

    /// Marks the source if the vote is the user's first for it, and ends the user's assignment.
    private static final String CAST = """
            WITH first AS (
                INSERT INTO votes (source_id, voter, answer, comment, cast_at, time_spent_s, hints)
                SELECT source_id, $2::text, $3::text, $4::text, $5::timestamptz, $6::float8, $7::text[]
                FROM subjects WHERE source_id = $1
                ON CONFLICT DO NOTHING RETURNING source_id),
            done AS (DELETE FROM assignments WHERE source_id = $1 AND voter = $2)
            UPDATE subjects SET votes = votes + 1, unsettled = true FROM first
            WHERE subjects.source_id = first.source_id
            """;
    private static final String RECEIPT = """
            SELECT known_class, class, standing.*,
                   ARRAY(SELECT answer FROM votes WHERE source_id = subjects.source_id) AS answers,
                   ARRAY(SELECT key FROM jsonb_each(ln_odds) WHERE known_class IS NOT NULL) AS evidence,
                   ARRAY(SELECT value::float8 FROM jsonb_each(ln_odds) WHERE known_class IS NOT NULL) AS ln_odds
            FROM subjects JOIN votes AS standing USING (source_id) WHERE source_id = $1 AND voter = $2
            """;
    private static final String TALLY =
            "SELECT answer, count(*) FROM VoteEntity WHERE sourceId = :source GROUP BY answer";

    private final Transactions transactions;
    private final RateLimit limit;

    PostgresBallots(Transactions transactions, RateLimits limits) {
        this.transactions = transactions;
        this.limit = limits.votes();
    }

    @Override
    public Optional<VoteReceipt> cast(Vote vote) {
        return transactions.withConnection(connection -> cast(connection, vote));
    }

    private Optional<VoteReceipt> cast(SqlConnection connection, Vote vote) {
        Tuple key = Tuple.of(vote.sourceId(), vote.user());
        UserTurn.take(connection, vote.user());
        if (connection.preparedQuery(STANDING).executeAndAwait(key).size() == 0) {
            UserTurn.keepTo(limit, connection, TIMES, vote.user(), vote.castAt());
        }
        boolean counted =
                connection.preparedQuery(CAST).executeAndAwait(columns(vote)).rowCount() == 1;
        for (Row row : connection.preparedQuery(RECEIPT).executeAndAwait(key)) {
            return Optional.of(new VoteReceipt(vote(row), counted, tally(row), lesson(row)));
        }
        return Optional.empty();
    }

    private static Tuple columns(Vote vote) {
        return Tuple.tuple()
                .addValue(vote.sourceId())
                .addValue(vote.user())
                .addValue(vote.answer().label())
                .addValue(vote.comment())
                .addValue(vote.castAt().atOffset(ZoneOffset.UTC))
                .addValue(StoredValues.orNull(vote.details().timeSpentS()))
                .addValue(vote.details().hints().stream().map(Enum::name).toArray(String[]::new));
    }

    private static Vote vote(Row row) {
        return new Vote(
                row.getString("source_id"),
                row.getString("voter"),
                StoredValues.answer(row.getString("answer")),
                row.getString("comment"),
                row.getOffsetDateTime("cast_at").toInstant(),
                new VoteDetails(
                        StoredValues.optional(row, "time_spent_s"),
                        Arrays.stream(row.getArrayOfStrings("hints"))
                                .map(PropertyCategory::valueOf)
                                .collect(Collectors.toSet())));
    }

    private static Tally tally(Row row) {
        Tally tally = Tally.EMPTY;
        for (String answer : row.getArrayOfStrings("answers")) {
            tally = tally.plus(StoredValues.answer(answer));
        }
        return tally;
    }

    private static Optional<Lesson> lesson(Row row) {
        return StoredValues.answerOrEmpty(row.getString("known_class"))
                .map(known ->
                        Lesson.of(known, row.getString("class"), StoredValues.numbers(row, "evidence", "ln_odds")));
    }

    @Override
    public Optional<Tally> tally(String sourceId) {
        return transactions.withSession(session -> {
            if (!SubjectEntity.exists(session, sourceId)) {
                return Optional.empty();
            }
            Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
            session.await(step -> step.createSelectionQuery(TALLY, Object[].class)
                            .setParameter("source", sourceId)
                            .getResultList())
                    .forEach(row -> counts.put(StoredValues.answer((String) row[0]), Math.toIntExact((Long) row[1])));
            return Optional.of(new Tally(counts));
        });
    }
}
