package io.lynceus.classifier.storage;

import io.lynceus.classifier.ConsensusChange;
import io.lynceus.classifier.ConsensusLabels;
import io.lynceus.classifier.SourceLabel;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The volunteers' labels in PostgreSQL. A withdrawn label keeps its row, so that an older one cannot come back.
@ApplicationScoped
class PostgresConsensusLabels implements ConsensusLabels {
    private static final String RECORD = """
        INSERT INTO consensus_labels AS kept (source_id, announced_at, class, confidence, voters, method)
        SELECT id, announced, class, confidence, voters, method
        FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::float8[], $5::integer[], $6::text[])
            AS batch (id, announced, class, confidence, voters, method)
        ON CONFLICT (source_id) DO UPDATE SET announced_at = excluded.announced_at, class = excluded.class,
            confidence = excluded.confidence, voters = excluded.voters, method = excluded.method
        WHERE kept.announced_at < excluded.announced_at\
        """;

    private final Transactions transactions;

    PostgresConsensusLabels(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Collection<ConsensusChange> changes) {
        Collection<ConsensusChange> rows = ConsensusChange.latest(changes);
        if (rows.isEmpty()) {
            return;
        }
        BatchColumns columns = new BatchColumns()
                .texts(rows, ConsensusChange::sourceId)
                .instants(rows, ConsensusChange::announcedAt)
                .texts(rows, change -> of(change, ConsensusChange.Label::sourceClass))
                .doubles(rows, change -> of(change, ConsensusChange.Label::confidence))
                .integers(rows, change -> of(change, ConsensusChange.Label::voters))
                .texts(rows, change -> of(change, ConsensusChange.Label::method));
        transactions.withConnection(
                connection -> connection.preparedQuery(RECORD).executeAndAwait(columns.tuple()));
    }

    private static <T> @Nullable T of(ConsensusChange change, Function<ConsensusChange.Label, T> value) {
        return change.label().map(value).orElse(null);
    }

    @Override
    public List<SourceLabel> labels(double leastConfidence) {
        List<ConsensusLabelEntity> standing =
                transactions.withSession(session -> session.await(step -> step.createSelectionQuery(
                                "FROM ConsensusLabelEntity WHERE confidence >= :least ORDER BY sourceId",
                                ConsensusLabelEntity.class)
                        .setParameter("least", leastConfidence)
                        .getResultList()));
        return standing.stream().map(ConsensusLabelEntity::label).toList();
    }
}
