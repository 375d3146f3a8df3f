package io.lynceus.labels.storage;

import io.lynceus.labels.Retirement;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.VotedSources;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rules in the table `retirement_rules`, decisions in `retirements`.
@ApplicationScoped
class PostgresRetirement implements Retirement {
    private static final String RULES = "FROM RetirementRuleEntity ORDER BY name";
    private static final String ACTIVE = "SELECT * FROM retirement_rules WHERE active";
    private static final String STORE = """
            INSERT INTO retirement_rules (name, min_voters, min_confidence, min_agreement, max_voters)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (name) DO UPDATE SET min_voters = excluded.min_voters, max_voters = excluded.max_voters,
                min_confidence = excluded.min_confidence, min_agreement = excluded.min_agreement
            """;
    private static final String KNOWN_RULE = "SELECT FROM retirement_rules WHERE name = $1";
    private static final String DEACTIVATE = "UPDATE retirement_rules SET active = false WHERE active AND name <> $1";
    private static final String ACTIVATE = "UPDATE retirement_rules SET active = true WHERE name = $1";
    private static final String VOTED =
            "SELECT source_id FROM subjects WHERE votes > 0 AND known_class IS NULL ORDER BY source_id";
    private static final String DECIDE = """
            WITH decided AS (
                UPDATE subjects SET finished = $2, decided_by_person = true WHERE source_id = $1
                RETURNING source_id, finished),
            latest AS (
                SELECT retired, decided_by, reason FROM retirements WHERE source_id = $1 ORDER BY id DESC LIMIT 1),
            noted AS (
                INSERT INTO retirements (source_id, retired, decided_by, reason, decided_at)
                SELECT source_id, finished, by, reason, at
                FROM decided CROSS JOIN (VALUES ($3::text, $4::text, $5::timestamptz)) AS given (by, reason, at)
                WHERE NOT EXISTS (SELECT FROM latest WHERE (latest.retired, latest.decided_by, latest.reason)
                    IS NOT DISTINCT FROM (finished, given.by, given.reason)))
            SELECT source_id FROM decided
            """;
    private static final String HISTORY = "FROM RetirementEntity WHERE sourceId = :source ORDER BY id DESC";

    private final Transactions transactions;

    PostgresRetirement(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<RetirementRule> rules() {
        return transactions
                .withSession(
                        session -> session.await(step -> step.createSelectionQuery(RULES, RetirementRuleEntity.class)
                                .getResultList()))
                .stream()
                .map(RetirementRuleEntity::rule)
                .toList();
    }

    @Override
    public String active() {
        return transactions.withConnection(PostgresRetirement::activeRule).name();
    }

    static RetirementRule activeRule(SqlConnection connection) {
        for (Row row : connection.preparedQuery(ACTIVE).executeAndAwait()) {
            return new RetirementRule(
                    row.getString("name"),
                    row.getInteger("min_voters"),
                    row.getDouble("min_confidence"),
                    row.getDouble("min_agreement"),
                    row.getInteger("max_voters"));
        }
        throw new IllegalStateException("no retirement rule is active");
    }

    @Override
    public void store(RetirementRule rule) {
        transactions.withConnection(connection -> connection
                .preparedQuery(STORE)
                .executeAndAwait(Tuple.of(
                        rule.name(), rule.minVoters(), rule.minConfidence(), rule.minAgreement(), rule.maxVoters()))
                .rowCount());
    }

    @Override
    public boolean activate(String name) {
        return transactions.withConnection(connection -> {
            // Two rules are never active at the same time.
            Turn.takeIn(connection, Turn.RULES);
            Tuple rule = Tuple.of(name);
            if (connection.preparedQuery(KNOWN_RULE).executeAndAwait(rule).size() == 0) {
                return false;
            }
            connection.preparedQuery(DEACTIVATE).executeAndAwait(rule);
            connection.preparedQuery(ACTIVATE).executeAndAwait(rule);
            return true;
        });
    }

    @Override
    public DryRun tryOut(RetirementRule rule) {
        VotedSources voted = transactions.withConnection(connection -> {
            List<String> ids = new ArrayList<>();
            for (Row row : connection.preparedQuery(VOTED).executeAndAwait()) {
                ids.add(row.getString("source_id"));
            }
            return CrowdReader.votedSources(connection, ids);
        });
        return voted.tryOut(rule);
    }

    @Override
    public boolean decide(String sourceId, RetirementDecision decision) {
        return transactions.withConnection(connection -> connection
                        .preparedQuery(DECIDE)
                        .executeAndAwait(Tuple.of(
                                sourceId,
                                decision.retired(),
                                decision.by().orElse(null),
                                decision.reason(),
                                decision.at().atOffset(ZoneOffset.UTC)))
                        .size()
                > 0);
    }

    @Override
    public Optional<List<RetirementDecision>> history(String sourceId) {
        return transactions.withSession(session -> {
            if (!SubjectEntity.exists(session, sourceId)) {
                return Optional.empty();
            }
            List<RetirementEntity> decisions =
                    session.await(step -> step.createSelectionQuery(HISTORY, RetirementEntity.class)
                            .setParameter("source", sourceId)
                            .getResultList());
            return Optional.of(
                    decisions.stream().map(RetirementEntity::decision).toList());
        });
    }
}
