package io.lynceus.labels.storage;

import io.lynceus.labels.conduct.Pseudonym;
import io.lynceus.labels.people.PersonalData;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Everything that has the name of a volunteer in it.
///
/// Votes, comments and reports of a volunteer take the volunteer's turn, so forgetting takes it first. Then it takes
/// the crowd's turn, for skill has one writer. Then it holds the volunteer's row of all time in `tallies`, and inserts
/// it if there is none. A vote in this name writes that row too, so it comes wholly before or wholly after. Rows of
/// `subjects` are not touched: votes hold them.
@ApplicationScoped
class PostgresPersonalData implements PersonalData {
    private static final String EXPORT = """
            WITH given (name) AS (VALUES ($1::text))
            SELECT (json_build_object(
                'user', name,
                'exported_at', now(),
                'ranked', NOT EXISTS (SELECT FROM unranked_volunteers WHERE voter = name),
                'votes', (SELECT coalesce(json_agg(to_jsonb(votes) - 'voter' ORDER BY cast_at, source_id), '[]')
                          FROM votes WHERE voter = name),
                'assignments', (SELECT coalesce(json_agg(to_jsonb(assignments) - 'voter'), '[]')
                                FROM assignments WHERE voter = name),
                'skill', (SELECT coalesce(json_agg(to_jsonb(volunteers) - 'voter'), '[]')
                          FROM volunteers WHERE voter = name),
                'correlated', (SELECT coalesce(json_agg(to_jsonb(correlated_users) - 'voter' - 'counts_as'), '[]')
                               FROM correlated_users WHERE voter = name),
                'tallies', (SELECT coalesce(json_agg(to_jsonb(tallies) - 'voter' ORDER BY span, begins), '[]')
                            FROM tallies WHERE voter = name),
                'decisions', (SELECT coalesce(json_agg(to_jsonb(retirements) - 'decided_by' ORDER BY id), '[]')
                              FROM retirements WHERE decided_by = name),
                'comments', (SELECT coalesce(json_agg(to_jsonb(comments) - 'author' ORDER BY id), '[]')
                             FROM comments WHERE author = name),
                'comment_reports', (SELECT coalesce(json_agg(to_jsonb(comment_reports) - 'reporter'
                                                             ORDER BY comment_id), '[]')
                                    FROM comment_reports WHERE reporter = name),
                'comment_decisions', (SELECT coalesce(json_agg(to_jsonb(comment_decisions) - 'decided_by'
                                                               ORDER BY id), '[]')
                                      FROM comment_decisions WHERE decided_by = name)))::text AS document
            FROM given
            """;
    private static final String HOLD = """
            INSERT INTO tallies (voter, span, begins, answers, named, successes) VALUES ($1, 'all', '-infinity', 0, 0, 0)
            ON CONFLICT (voter, span, begins) DO UPDATE SET answers = tallies.answers
            """;
    private static final String UNLINK = """
            WITH names (former, now) AS (VALUES ($1::text, $2::text)),
                 cast_votes AS (UPDATE votes SET voter = names.now, comment = NULL FROM names WHERE voter = former),
                 skill AS (UPDATE volunteers SET voter = names.now FROM names WHERE voter = former),
                 decisions AS (UPDATE retirements SET decided_by = names.now FROM names WHERE decided_by = former),
                 said AS (UPDATE comments SET author = names.now FROM names WHERE author = former),
                 reported AS (UPDATE comment_reports SET reporter = names.now FROM names WHERE reporter = former),
                 moderated AS (UPDATE comment_decisions SET decided_by = names.now FROM names
                               WHERE decided_by = former),
                 held AS (DELETE FROM assignments USING names WHERE voter = former),
                 together AS (
                     UPDATE correlated_users SET voter = CASE voter WHEN former THEN names.now ELSE voter END,
                         counts_as = CASE counts_as WHEN former THEN names.now ELSE counts_as END
                     FROM names WHERE former IN (voter, counts_as)),
                 settings AS (DELETE FROM unranked_volunteers USING names WHERE voter = former)
            DELETE FROM tallies USING names WHERE voter = former
            """;

    private final Transactions transactions;

    PostgresPersonalData(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String export(String user) {
        return transactions.withConnection(connection -> connection
                .preparedQuery(EXPORT)
                .executeAndAwait(Tuple.of(user))
                .iterator()
                .next()
                .getString("document"));
    }

    @Override
    public void forget(String user) {
        String unlinked = Pseudonym.FORGOTTEN + UUID.randomUUID();
        transactions.withConnection(connection -> {
            UserTurn.take(connection, user);
            Turn.takeIn(connection, Turn.CROWD);
            connection.preparedQuery(HOLD).executeAndAwait(Tuple.of(user));
            connection.preparedQuery(UNLINK).executeAndAwait(Tuple.of(user, unlinked));
            return unlinked;
        });
    }
}
