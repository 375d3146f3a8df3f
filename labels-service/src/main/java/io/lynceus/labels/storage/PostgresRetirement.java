package io.lynceus.labels.storage;

import io.lynceus.labels.Retirement;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.RuleReplay;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.storage.CrowdSlice.Source;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rules in the table `retirement_rules`, decisions in `retirements`.
@ApplicationScoped
class PostgresRetirement implements Retirement {
    private static final String RULES = "SELECT * FROM retirement_rules ORDER BY name";
    private static final String ACTIVE = "SELECT * FROM retirement_rules WHERE active";
    private static final String STORE = """
            INSERT INTO retirement_rules (name, min_voters, min_confidence, min_agreement, max_voters)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET min_voters = excluded.min_voters, max_voters = excluded.max_voters,
                min_confidence = excluded.min_confidence, min_agreement = excluded.min_agreement
            """;
    /// Activations take turns, for two rules are never active at once.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('retirement_rules'))";
    private static final String KNOWN_RULE = "SELECT FROM retirement_rules WHERE name = ?";
    private static final String DEACTIVATE = "UPDATE retirement_rules SET active = false WHERE active AND name <> ?";
    private static final String ACTIVATE = "UPDATE retirement_rules SET active = true WHERE name = ?";
    private static final String VOTED =
            "SELECT source_id FROM subjects WHERE votes > 0 AND known_class IS NULL ORDER BY source_id";
    private static final String DECIDE = """
            WITH decided AS (
                UPDATE subjects SET finished = ?, decided_by_person = true WHERE source_id = ?
                RETURNING source_id, finished),
            latest AS (
                SELECT retired, decided_by, reason FROM retirements WHERE source_id = ? ORDER BY id DESC LIMIT 1),
            noted AS (
                INSERT INTO retirements (source_id, retired, decided_by, reason, decided_at)
                SELECT source_id, finished, by, reason, at
                FROM decided CROSS JOIN (VALUES (?, ?, ?::timestamptz)) AS given (by, reason, at)
                WHERE NOT EXISTS (SELECT FROM latest WHERE (latest.retired, latest.decided_by, latest.reason)
                    IS NOT DISTINCT FROM (finished, given.by, given.reason)))
            SELECT FROM decided
            """;
    private static final String HISTORY = """
            SELECT retirements.* FROM subjects LEFT JOIN retirements USING (source_id)
            WHERE subjects.source_id = ? ORDER BY id DESC
            """;

    private final Transactions transactions;

    PostgresRetirement(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<RetirementRule> rules() {
        return transactions.run(connection -> {
            List<RetirementRule> rules = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(RULES);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rules.add(rule(row));
                }
            }
            return rules;
        });
    }

    @Override
    public String active() {
        return transactions.run(PostgresRetirement::activeRule).name();
    }

    static RetirementRule activeRule(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIVE);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no retirement rule is active");
            }
            return rule(row);
        }
    }

    private static RetirementRule rule(ResultSet row) throws SQLException {
        return new RetirementRule(
                row.getString("name"),
                row.getInt("min_voters"),
                row.getDouble("min_confidence"),
                row.getDouble("min_agreement"),
                row.getInt("max_voters"));
    }

    @Override
    public void store(RetirementRule rule) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                statement.setString(1, rule.name());
                statement.setInt(2, rule.minVoters());
                statement.setDouble(3, rule.minConfidence());
                statement.setDouble(4, rule.minAgreement());
                statement.setInt(5, rule.maxVoters());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public boolean activate(String name) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ONE_AT_A_TIME)) {
                statement.execute();
            }
            try (PreparedStatement statement = connection.prepareStatement(KNOWN_RULE)) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                }
            }
            for (String update : List.of(DEACTIVATE, ACTIVATE)) {
                try (PreparedStatement statement = connection.prepareStatement(update)) {
                    statement.setString(1, name);
                    statement.executeUpdate();
                }
            }
            return true;
        });
    }

    @Override
    public DryRun tryOut(RetirementRule rule) {
        return transactions.run(connection -> {
            List<String> voted = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(VOTED);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    voted.add(rows.getString(1));
                }
            }
            CrowdSlice slice = CrowdSlice.read(connection, voted);
            return RuleReplay.of(
                    rule,
                    slice.crowd(),
                    slice.temperature(),
                    slice.sources().stream()
                            .map(Source::votes)
                            .filter(votes -> votes.known() == VoteMatrix.NO_CLASS)
                            .toList());
        });
    }

    @Override
    public boolean decide(String sourceId, RetirementDecision decision) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
                statement.setBoolean(1, decision.retired());
                statement.setString(2, sourceId);
                statement.setString(3, sourceId);
                statement.setString(4, decision.by().orElse(null));
                statement.setString(5, decision.reason());
                statement.setObject(6, decision.at().atOffset(ZoneOffset.UTC));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public Optional<List<RetirementDecision>> history(String sourceId) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
                statement.setString(1, sourceId);
                try (ResultSet row = statement.executeQuery()) {
                    boolean known = false;
                    List<RetirementDecision> decisions = new ArrayList<>();
                    while (row.next()) {
                        known = true;
                        if (row.getString("reason") != null) {
                            decisions.add(decision(row));
                        }
                    }
                    return known ? Optional.of(decisions) : Optional.empty();
                }
            }
        });
    }

    private static RetirementDecision decision(ResultSet row) throws SQLException {
        return new RetirementDecision(
                row.getBoolean("retired"),
                Optional.ofNullable(row.getString("decided_by")),
                row.getString("reason"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
