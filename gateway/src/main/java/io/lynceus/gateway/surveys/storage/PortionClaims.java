package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.PortionClaim;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/// Claims portions of surveys under a lease, and gives them back.
///
/// A claim is one statement: no transaction stays open while the portion is worked on.
@ApplicationScoped
class PortionClaims {
    private static final String CLAIM = """
            UPDATE survey_portions AS portion
            SET lease = $1, leased_until = now() + $2::bigint * interval '1 millisecond'
            FROM (
                SELECT survey, number FROM surveys JOIN survey_portions ON survey = id
                WHERE results IS NULL AND (leased_until IS NULL OR leased_until < now()) AND %s
                ORDER BY classified + surveys.refused, survey, number LIMIT 1
                FOR NO KEY UPDATE OF survey_portions SKIP LOCKED) AS next
            WHERE portion.survey = next.survey AND portion.number = next.number
            RETURNING portion.survey, portion.number, portion.rows
            """;
    private static final String CLAIM_PRIVATE = CLAIM.formatted("state = 'RUNNING' AND NOT published");

    /// All rows of a survey can be done before its last portion is stored: if that has no row to send, and the gateway
    /// that worked on it died.
    private static final String CLAIM_PUBLISHED = CLAIM.formatted("""
            state IN ('RUNNING', 'DONE') AND published AND NOT sent
                AND $3::bigint > (SELECT count(*) FROM survey_portions AS going
                                  WHERE going.survey = id AND going.sent AND going.results IS NULL)""");
    private static final String RELEASE = """
            UPDATE PortionEntity SET lease = NULL, leasedUntil = NULL
            WHERE survey = :survey AND number = :number AND lease = :lease
            """;

    private final Transactions transactions;

    PortionClaims(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<PortionClaim> claimPrivate(Duration lease) {
        String value = UUID.randomUUID().toString();
        return claim(CLAIM_PRIVATE, new BatchColumns().value(value).value(lease.toMillis()), value);
    }

    /// @param mostPortions of one survey on the stream
    Optional<PortionClaim> claimPublished(Duration lease, long mostPortions) {
        String value = UUID.randomUUID().toString();
        return claim(
                CLAIM_PUBLISHED,
                new BatchColumns().value(value).value(lease.toMillis()).value(mostPortions),
                value);
    }

    private Optional<PortionClaim> claim(String sql, BatchColumns parameters, String lease) {
        return transactions
                .withConnection(connection -> {
                    Iterator<Row> claimed = connection
                            .preparedQuery(sql)
                            .executeAndAwait(parameters.tuple())
                            .iterator();
                    return claimed.hasNext() ? Optional.of(claimed.next()) : Optional.<Row>empty();
                })
                .flatMap(row -> find(row.getString("survey"))
                        .map(survey -> new PortionClaim(
                                survey,
                                row.getInteger("number"),
                                PortionCodec.rows(row.getBuffer("rows").getBytes()),
                                lease)));
    }

    private Optional<Survey> find(String id) {
        return Optional.ofNullable(
                        transactions.withSession(session -> session.await(step -> step.get(SurveyEntity.class, id))))
                .map(SurveyEntity::survey);
    }

    void release(PortionClaim claim) {
        transactions.withSession(session -> session.await(step -> step.createMutationQuery(RELEASE)
                .setParameter("survey", claim.survey().id())
                .setParameter("number", claim.number())
                .setParameter("lease", claim.lease())
                .executeUpdate()));
    }
}
