package io.lynceus.crossmatch.storage;
import io.lynceus.crossmatch.AssociatedDetection;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
                : transactions.run(connection ->
                        register(connection, new BatchRegistration(policy, format, batch)));
    }

    private static List<Registration> register(Connection connection, BatchRegistration batch) throws SQLException {
        SourceTable sources = new SourceTable(connection);
        DetectionTable detections = new DetectionTable(connection);
        ReassociationTable reassociations = new ReassociationTable(connection);
        SortedSet<Long> locked = new TreeSet<>();

        lock(batch.cells(), locked, sources, batch);
        List<RegisteredDetection> registered = detections.registered(batch.ids());
        batch.associate(
                registered,
                reassociations.causedBy(
                        registered.stream().map(RegisteredDetection::detectionId).toList()));
        lock(batch.formerCells(), locked, sources, batch);
        Set<String> unsettled = batch.unsettled();
        if (!unsettled.isEmpty()) {
            // These cells are locked out of order, so that two instances can wait for each other. The database then
            // ends one of them, and its transaction is run again.
            lock(batch.cells(detections.members(unsettled)), locked, sources, batch);
            // Only now can nobody else change what is judged.
            batch.reassess(unsettled, detections.members(unsettled));
            batch.revise(detections.rows(batch.toRevise()));
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
    private static void lock(
            Set<Long> cells, SortedSet<Long> locked, SourceTable sources, BatchRegistration batch)
            throws SQLException {
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
        SortedSet<Long> cells = policy.cells(located);
        List<XraySource> stored = transactions.run(connection -> new SourceTable(connection).within(cells));
        KnownSources known = new KnownSources(policy, stored);
        return located.stream().map(known::preview).toList();
    }

    @Override
    public Map<String, ContentDigest> digests(Collection<String> detectionIds) {
        return transactions.run(connection -> new DetectionTable(connection).digests(detectionIds));
    }

    @Override
    public List<DoubtfulSource> doubtful(String afterId, int limit) {
        return transactions.run(connection -> {
            SourceTable sources = new SourceTable(connection);
            List<XraySource> doubtful = sources.doubtful(afterId, limit);
            List<XraySource> near = sources.within(
                    policy.cells(doubtful.stream().map(XraySource::sharpest).toList()));
            return doubtful.stream()
                    .map(source -> DoubtfulSource.of(policy, source, near))
                    .toList();
        });
    }

    @Override
    public Optional<SourceHistory> history(String sourceId) {
        return transactions.run(connection -> {
            var stored = new SourceTable(connection).find(sourceId);
            return stored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SourceHistory(
                            stored.get().source(),
                            stored.get().mergedInto(),
                            new DetectionTable(connection).ofSource(sourceId),
                            new ReassociationTable(connection).ofSource(sourceId)));
        });
    }
}
