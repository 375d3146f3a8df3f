package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.PortionClaim;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Survey.State;
import io.lynceus.gateway.surveys.SurveyOptions;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/// Surveys in the tables `surveys` and `survey_portions`.
@ApplicationScoped
class PostgresSurveys implements Surveys {
    private static final int ID_BYTES = 16;
    private static final int MOST_LISTED = 100;

    /// No upload takes longer.
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private static final String OF_OWNER =
            "FROM SurveyEntity WHERE owner IS NOT DISTINCT FROM :owner ORDER BY createdAt DESC";

    /// A gateway that still works on a portion loses its claim, and with it the results by the former mapping.
    private static final String FORGET_RESULTS = """
            UPDATE PortionEntity SET results = NULL, refused = 0, lease = NULL, leasedUntil = NULL WHERE survey = :id
            """;

    /// A portion that was on the stream when its survey was cancelled is sent again: a repeat does no harm, and no
    /// result is waited for in vain.
    private static final String SEND_AGAIN =
            "UPDATE PortionEntity SET sent = false WHERE survey = :id AND sent AND results IS NULL";
    private static final String DELETE = "DELETE FROM SurveyEntity WHERE id = :id";
    private static final String DELETE_ABANDONED =
            "DELETE FROM SurveyEntity WHERE state = 'LOADING' AND createdAt < :latest";
    private static final String PORTION = "FROM PortionEntity WHERE survey = :id AND number = :number";
    private static final String WITH_REFUSALS =
            "FROM PortionEntity WHERE survey = :id AND refused > 0 AND number > :number ORDER BY number";

    private final Transactions transactions;
    private final PortionClaims claims;
    private final SecureRandom random = new SecureRandom();

    PostgresSurveys(Transactions transactions, PortionClaims claims) {
        this.transactions = transactions;
        this.claims = claims;
    }

    @Override
    public String open(Optional<String> owner, String name) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        SurveyEntity survey = new SurveyEntity(id, owner.orElse(null), name, Instant.now());
        transactions.withSession(session -> session.await(step -> step.insert(survey)));
        return id;
    }

    @Override
    public void add(String id, int number, List<SurveyRow> rows) {
        PortionEntity portion = new PortionEntity(id, number, rows);
        transactions.withSession(session -> session.await(step -> step.insert(portion)));
    }

    @Override
    public void loaded(String id, List<Table.Column> columns, long rows, Optional<TableMapping> mapping) {
        change(id, survey -> {
            survey.loaded(SurveyJson.columns(columns), rows, mapping);
            return true;
        });
    }

    @Override
    public Optional<Survey> find(String id) {
        return Optional.ofNullable(
                        transactions.withSession(session -> session.await(step -> step.get(SurveyEntity.class, id))))
                .map(SurveyEntity::survey);
    }

    @Override
    public List<Survey> of(Optional<String> owner) {
        return transactions
                .withSession(session -> session.await(step -> step.createSelectionQuery(OF_OWNER, SurveyEntity.class)
                        .setParameter("owner", owner.orElse(null))
                        .setMaxResults(MOST_LISTED)
                        .getResultList()))
                .stream()
                .map(SurveyEntity::survey)
                .toList();
    }

    @Override
    public boolean describe(String id, TableMapping mapping) {
        return transactions.withSession(session -> {
            boolean described = change(session, id, survey -> survey.describe(mapping));
            if (described) {
                execute(session, FORGET_RESULTS, id);
            }
            return described;
        });
    }

    @Override
    public boolean start(String id, SurveyOptions options) {
        return transactions.withSession(session -> {
            boolean started = change(session, id, survey -> survey.start(options, Instant.now()));
            if (started) {
                execute(session, SEND_AGAIN, id);
            }
            return started;
        });
    }

    @Override
    public void share(String id, boolean shared) {
        change(id, survey -> {
            survey.share(shared);
            return true;
        });
    }

    @Override
    public boolean cancel(String id) {
        return change(id, survey -> survey.end(State.CANCELLED, null, Instant.now()));
    }

    @Override
    public void fail(String id, String reason) {
        change(id, survey -> survey.end(State.FAILED, reason, Instant.now()));
    }

    @Override
    public boolean delete(String id) {
        return transactions.withSession(session -> execute(session, DELETE, id)) > 0;
    }

    @Override
    public void deleteAbandoned() {
        transactions.withSession(session -> session.await(step -> step.createMutationQuery(DELETE_ABANDONED)
                .setParameter("latest", Instant.now().minus(LONGEST_UPLOAD))
                .executeUpdate()));
    }

    @Override
    public List<ResultRow> portion(String id, int number) {
        return portion(PORTION, id, number).map(PortionEntity::resultRows).orElse(List.of());
    }

    @Override
    public List<Refusal> refusals(String id, long after, int most) {
        List<Refusal> refusals = new ArrayList<>();
        int number = -1;
        for (Optional<PortionEntity> portion = portion(WITH_REFUSALS, id, number);
                portion.isPresent() && refusals.size() < most;
                portion = portion(WITH_REFUSALS, id, number)) {
            number = portion.get().number();
            portion.get().resultRows().forEach(row -> {
                if (row.result().orElse(null) instanceof RefusedRow(String reason)
                        && row.row().line() > after
                        && refusals.size() < most) {
                    refusals.add(new Refusal(row.row().line(), reason));
                }
            });
        }
        return refusals;
    }

    private Optional<PortionEntity> portion(String query, String id, int number) {
        return Optional.ofNullable(transactions.withSession(
                session -> session.await(step -> step.createSelectionQuery(query, PortionEntity.class)
                        .setParameter("id", id)
                        .setParameter("number", number)
                        .setMaxResults(1)
                        .getSingleResultOrNull())));
    }

    @Override
    public Optional<PortionClaim> claim(Duration lease) {
        return claims.claimPrivate(lease);
    }

    @Override
    public void release(PortionClaim claim) {
        claims.release(claim);
    }

    @Override
    public void finish(PortionClaim claim, List<RowResult> results) {
        transactions.withConnection(connection -> {
            boolean held = SurveyProgress.finish(connection, claim, results);
            if (held) {
                SurveyProgress.advance(connection, claim.survey().id(), results);
            }
            return held;
        });
    }

    /// @param change false if the survey is not to be changed
    private boolean change(String id, Predicate<SurveyEntity> change) {
        return transactions.withSession(session -> change(session, id, change));
    }

    private static boolean change(Session session, String id, Predicate<SurveyEntity> change) {
        SurveyEntity survey = session.await(step -> step.get(SurveyEntity.class, id, LockMode.PESSIMISTIC_WRITE));
        if (survey == null || !change.test(survey)) {
            return false;
        }
        session.<@Nullable Void>await(step -> step.update(survey));
        return true;
    }

    private static int execute(Session session, String statement, String id) {
        return session.await(step ->
                step.createMutationQuery(statement).setParameter("id", id).executeUpdate());
    }
}
