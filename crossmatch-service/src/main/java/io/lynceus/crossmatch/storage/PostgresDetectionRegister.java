package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.BatchRegistration;
import io.lynceus.crossmatch.CrossmatchedDetection;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.Registration;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.source.DoubtfulSource;
import io.lynceus.crossmatch.source.KnownSources;
import io.lynceus.crossmatch.source.SourceHistory;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The register in PostgreSQL.
///
/// A batch locks, in ascending order, the cells within reach of its detections, and only then reads what is known. An
/// instance that could make the same source at the same time waits for the commit and sees the source. The locks end
/// with the transaction, however it ends.
@ApplicationScoped
class PostgresDetectionRegister implements DetectionRegister {
    private final Transactions transactions;
    private final AssociationPolicy policy;
    private final DetectionFormat format;

    PostgresDetectionRegister(Transactions transactions, AssociationPolicy policy, DetectionFormat format) {
        this.transactions = transactions;
        this.policy = policy;
        this.format = format;
    }

    @Override
    public List<Registration> register(List<CrossmatchedDetection> batch) {
        return batch.isEmpty()
                ? List.of()
                : transactions.withConnection(
                        connection -> register(connection, new BatchRegistration(policy, format, batch)));
    }

    private static List<Registration> register(SqlConnection connection, BatchRegistration batch) {
        SourceTable sources = new SourceTable(connection);
        DetectionTable detections = new DetectionTable(connection);
        ReassociationTable reassociations = new ReassociationTable(connection);
        SortedSet<Long> locked = new TreeSet<>();

        lock(batch.cells(), locked, sources, batch);
        List<RegisteredDetection> registered = detections.registered(batch.ids());
        batch.associate(
                registered,
                reassociations.causedBy(registered.stream()
                        .map(RegisteredDetection::detectionId)
                        .toList()));
        lock(batch.formerCells(), locked, sources, batch);
        Set<String> unsettled = batch.unsettled();
        if (!unsettled.isEmpty()) {
            // These cells are locked out of order, so that two instances can wait for each other. The database then
            // ends one of them, and its transaction is run again.
            lock(batch.cells(detections.members(unsettled)), locked, sources, batch);
            // Only now can nobody else change what is judged.
            batch.reassess(unsettled, detections.members(unsettled));
            batch.revise(detections.associated(batch.toRevise()));
        }

        // Detections first: an id that another instance used in the meantime shows there.
        detections.insert(batch.added());
        sources.insert(batch.started());
        sources.sharpen(batch.changed());
        sources.place(batch.placed());
        sources.replace(batch.concerned());
        sources.merge(batch.merged());
        detections.revise(batch.revised());
        reassociations.insert(batch.reassociations());
        return batch.registrations();
    }

    /// Locks cells that are not locked yet, and hands the sources there to the batch.
    private static void lock(Set<Long> cells, SortedSet<Long> locked, SourceTable sources, BatchRegistration batch) {
        SortedSet<Long> more = new TreeSet<>(cells);
        more.removeAll(locked);
        sources.lock(more);
        batch.know(sources.within(more));
        locked.addAll(more);
    }

    @Override
    public List<AssociationOutcome> preview(List<XrayDetection> detections) {
        List<LocatedDetection> located =
                detections.stream().map(XrayDetection::located).toList();
        KnownSources known = new KnownSources(policy, within(policy.cells(located)));
        return located.stream().map(known::preview).toList();
    }

    @Override
    public Map<String, ContentDigest> digests(Collection<String> detectionIds) {
        return transactions.withConnection(connection -> new DetectionTable(connection).digests(detectionIds));
    }

    @Override
    public List<DoubtfulSource> doubtful(String afterId, int limit) {
        List<XraySource> doubtful = transactions
                .withSession(session -> session.await(step -> step.createSelectionQuery(
                                "FROM SourceEntity WHERE doubtful AND mergedInto IS NULL AND id > :after ORDER BY id",
                                SourceEntity.class)
                        .setParameter("after", afterId)
                        .setMaxResults(limit)
                        .getResultList()))
                .stream()
                .map(SourceEntity::source)
                .toList();
        List<XraySource> near =
                within(policy.cells(doubtful.stream().map(XraySource::sharpest).toList()));
        return doubtful.stream()
                .map(source -> DoubtfulSource.of(policy, source, near))
                .toList();
    }

    private List<XraySource> within(SortedSet<Long> cells) {
        return transactions.withConnection(connection -> new SourceTable(connection).within(cells));
    }

    @Override
    public Optional<SourceHistory> history(String sourceId) {
        return transactions.withSession(session -> {
            SourceEntity stored = session.await(step -> step.get(SourceEntity.class, sourceId));
            if (stored == null) {
                return Optional.empty();
            }
            List<DetectionEntity> detections = session.await(step -> step.createSelectionQuery(
                            "FROM DetectionEntity WHERE sourceId = :source ORDER BY number", DetectionEntity.class)
                    .setParameter("source", sourceId)
                    .getResultList());
            List<ReassociationEntity> changes = session.await(step -> step.createSelectionQuery(
                            "FROM ReassociationEntity WHERE fromSource = :source OR toSource = :source"
                                    + " ORDER BY registeredAt, detectionId, revision",
                            ReassociationEntity.class)
                    .setParameter("source", sourceId)
                    .getResultList());
            return Optional.of(new SourceHistory(
                    stored.source(),
                    stored.mergedInto(),
                    detections.stream().map(DetectionEntity::member).toList(),
                    changes.stream().map(ReassociationEntity::change).toList()));
        });
    }
}
