package io.lynceus.classifier.storage;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.ActivationState;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.runtime.storage.Session;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Activations as rows that all instances read; a new one is numbered under a lock.
@ApplicationScoped
class PostgresActivations implements Activations {
    private static final String LATEST = "FROM ActivationEntity ORDER BY number DESC";

    private static final String LATEST_CONFIGURED = "FROM ActivationEntity WHERE configured ORDER BY number DESC";

    private static final String LATEST_OF_OTHER_MODELS = """
        SELECT * FROM activations
        WHERE models <> (SELECT models FROM activations ORDER BY number DESC LIMIT 1)
        ORDER BY number DESC LIMIT 1\
        """;

    private final Transactions transactions;

    PostgresActivations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Activation current() {
        return transactions
                .withSession(session -> first(session, LATEST))
                .orElseThrow(() -> new IllegalStateException("no model was ever activated"));
    }

    @Override
    public Activation configure(List<ModelId> models) {
        return transactions.withSession(session -> {
            lock(session);
            boolean known = first(session, LATEST_CONFIGURED)
                    .filter(activation -> activation.models().equals(models))
                    .isPresent();
            return known ? first(session, LATEST).orElseThrow() : add(session, models, true);
        });
    }

    @Override
    public Activation activate(List<ModelId> models) {
        return transactions.withSession(session -> {
            lock(session);
            return add(session, models, false);
        });
    }

    @Override
    public Optional<Activation> previous() {
        return Optional.ofNullable(transactions.withSession(session ->
                        session.await(step -> step.createNativeQuery(LATEST_OF_OTHER_MODELS, ActivationEntity.class)
                                .getSingleResultOrNull())))
                .map(ActivationEntity::activation);
    }

    @Override
    public Optional<ActivationState> state(long number) {
        return Optional.ofNullable(transactions.withSession(
                        session -> session.await(step -> step.get(ActivationEntity.class, number))))
                .map(ActivationEntity::state);
    }

    @Override
    public void reclassified(long number) {
        transactions.withSession(
                session -> session.await(step -> step.createNativeQuery("UPDATE activations SET reclassified_at = now()"
                                + " WHERE number = :number AND reclassified_at IS NULL")
                        .setParameter("number", number)
                        .executeUpdate()));
    }

    private static void lock(Session session) {
        session.await(step -> step.createNativeQuery("LOCK TABLE activations IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate());
    }

    /// The first activation has nothing to reclassify.
    private static Activation add(Session session, List<ModelId> models, boolean configured) {
        Optional<Activation> latest = first(session, LATEST);
        Instant now = Instant.now();
        ActivationEntity added = new ActivationEntity(
                latest.map(Activation::number).orElse(0L) + 1,
                models,
                configured,
                now,
                latest.isPresent() ? Optional.empty() : Optional.of(now));
        session.await(step -> step.insert(added));
        return added.activation();
    }

    private static Optional<Activation> first(Session session, String query) {
        return Optional.ofNullable(session.await(step -> step.createSelectionQuery(query, ActivationEntity.class)
                        .setMaxResults(1)
                        .getSingleResultOrNull()))
                .map(ActivationEntity::activation);
    }
}
