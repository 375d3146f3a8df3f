package io.lynceus.crossmatch.storage;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.DetectionRegister.Registration.Conflict;
import io.lynceus.crossmatch.DetectionRegister.Registration.Registered;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.AssociationOutcome.NewSource;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.source.KnownSources;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.crossmatch.source.Reassessment;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.source.XraySource;
import io.lynceus.crossmatch.storage.DetectionTable.Known;
import io.lynceus.crossmatch.storage.DetectionTable.Row;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The register in PostgreSQL.
///
/// A batch locks, in ascending order, the cells within reach of its detections, and reads only then what is known:
/// whoever could make the same source at the same time waits for the other's commit and sees its source. The locks end
/// with the transaction, whatever ends it.
@ApplicationScoped
class PostgresDetectionRegister implements DetectionRegister {
    private final Transactions transactions;
    private final AssociationPolicy association;

    PostgresDetectionRegister(Transactions transactions, AssociationPolicy association) {
        this.transactions = transactions;
        this.association = association;
    }

    @Override
    public List<Registration> register(List<Entry> entries, Revising revising) {
        return entries.isEmpty() ? List.of() : transactions.run(connection -> register(connection, entries, revising));
    }

    private List<Registration> register(Connection connection, List<Entry> entries, Revising revising)
            throws SQLException {
        SourceTable sources = new SourceTable(connection);
        DetectionTable detections = new DetectionTable(connection);
        ReassociationTable reassociations = new ReassociationTable(connection);
        SortedSet<Long> cells =
                cells(entries.stream().map(entry -> entry.detection().located()));
        sources.lock(cells);
        Map<String, Known> known = detections.known(
                entries.stream().map(entry -> entry.detection().id()).toList());
        Map<String, List<Remembered>> consequences = reassociations.causedBy(known.keySet());
        KnownSources batch = new KnownSources(association, sources.within(cells));
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String id = entry.detection().id();
            if (!known.containsKey(id)) {
                Row row = row(entry, batch.associate(entry.detection().located()));
                rows.put(id, row);
                known.put(id, new Known(row.digest(), row.remembered()));
            }
        }
        List<Reassociation> changes = reassess(connection, batch, rows.values(), cells);
        // Detections first: an id that another instance used in the meantime shows there.
        detections.insert(rows.values());
        sources.insert(batch.started());
        sources.sharpen(batch.changed());
        sources.place(batch.placed());
        if (!changes.isEmpty()) {
            List<Row> revised = revise(detections, rows, changes, revising);
            sources.replace(concerned(batch, changes));
            sources.merge(batch.merged());
            detections.revise(revised);
            reassociations.insert(changes);
            for (int i = 0; i < revised.size(); i++) {
                Row row = revised.get(i);
                consequences
                        .computeIfAbsent(changes.get(i).becauseOf(), _ -> new ArrayList<>())
                        .add(row.remembered());
            }
        }
        return entries.stream()
                .map(entry -> registration(entry, known, consequences))
                .toList();
    }

    private static Registration registration(
            Entry entry, Map<String, Known> known, Map<String, List<Remembered>> consequences) {
        String id = entry.detection().id();
        Known own = Objects.requireNonNull(known.get(id));
        return own.digest().equals(entry.digest())
                ? new Registered(own.remembered(), consequences.getOrDefault(id, List.of()))
                : new Conflict();
    }

    private static List<XraySource> concerned(KnownSources batch, List<Reassociation> changes) {
        Set<String> ids = changes.stream()
                .flatMap(change ->
                        Stream.of(change.fromSourceId(), change.source().id()))
                .collect(Collectors.toSet());
        return batch.changed().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }

    /// Judges anew what lies near sources that have begun or moved.
    ///
    /// What lies there reaches into cells that are not locked yet. They are locked out of order, so that two
    /// instances
    /// can wait for each other; the database ends one of them then, and it begins again.
    private List<Reassociation> reassess(
            Connection connection, KnownSources batch, Collection<Row> rows, SortedSet<Long> locked)
            throws SQLException {
        SourceTable sources = new SourceTable(connection);
        DetectionTable detections = new DetectionTable(connection);
        extend(sources, batch, locked, batch.formerCells());
        Set<String> unsettled = batch.unsettled();
        if (unsettled.isEmpty()) {
            return List.of();
        }
        List<Membership> members = members(detections, rows, unsettled);
        extend(sources, batch, locked, cells(members.stream().map(Membership::detection)));
        // Only now can nobody else change what is judged.
        members = members(detections, rows, unsettled);
        return new Reassessment(association, batch, members).reassociations();
    }

    private static List<Membership> members(DetectionTable detections, Collection<Row> rows, Set<String> sourceIds)
            throws SQLException {
        List<Membership> members = detections.members(sourceIds);
        for (Row row : rows) {
            if (sourceIds.contains(row.sourceId())) {
                members.add(new Membership(row.detection(), row.sourceId(), row.revision()));
            }
        }
        return members;
    }

    private static void extend(SourceTable sources, KnownSources batch, SortedSet<Long> locked, Set<Long> cells)
            throws SQLException {
        SortedSet<Long> more = new TreeSet<>(cells);
        more.removeAll(locked);
        sources.lock(more);
        batch.know(sources.within(more));
        locked.addAll(more);
    }

    /// The rows that the changes make, in their order.
    private static List<Row> revise(
            DetectionTable detections, Map<String, Row> registered, List<Reassociation> changes, Revising revising)
            throws SQLException {
        Map<String, Row> before = new HashMap<>(registered);
        before.putAll(detections.rows(changes.stream()
                .map(change -> change.detection().id())
                .filter(id -> !registered.containsKey(id))
                .toList()));
        List<Row> revised = new ArrayList<>(changes.size());
        for (Reassociation change : changes) {
            Row row = Objects.requireNonNull(before.get(change.detection().id()));
            revised.add(new Row(
                    change.detection(),
                    change.revision(),
                    row.digest(),
                    change.source().id(),
                    change.outcome().map(PostgresDetectionRegister::name).orElse(row.association()),
                    change.outcome().map(PostgresDetectionRegister::agreement).orElse(row.agreement()),
                    revising.revise(row.record(), change)));
        }
        return revised;
    }

    private static Row row(Entry entry, AssociationOutcome outcome) {
        return new Row(
                entry.detection().located(),
                1,
                entry.digest(),
                outcome.source().id(),
                name(outcome),
                agreement(outcome),
                entry.record().apply(outcome));
    }

    private static String name(AssociationOutcome outcome) {
        return switch (outcome) {
            case NewSource(var _) -> "new";
            case JoinedSource(var _, var _) -> "joined";
            case AmbiguousSource(var _, var _) -> "ambiguous";
        };
    }

    private static Optional<PositionMatch> agreement(AssociationOutcome outcome) {
        return outcome instanceof JoinedSource(var _, var joined) ? Optional.of(joined.match()) : Optional.empty();
    }

    private SortedSet<Long> cells(Stream<LocatedDetection> detections) {
        return detections
                .flatMapToLong(detection -> Arrays.stream(association
                        .cells(detection.position(), detection.covariance())
                        .cells()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<AssociationOutcome> preview(List<XrayDetection> detections) {
        List<LocatedDetection> located =
                detections.stream().map(XrayDetection::located).toList();
        SortedSet<Long> cells = cells(located.stream());
        KnownSources known = new KnownSources(
                association, transactions.run(connection -> new SourceTable(connection).within(cells)));
        return located.stream().map(known::preview).toList();
    }

    @Override
    public List<Doubt> doubts(String afterId, int limit) {
        return transactions.run(connection -> {
            SourceTable sources = new SourceTable(connection);
            List<Doubt> doubts = new ArrayList<>();
            for (XraySource source : sources.doubtful(afterId, limit)) {
                LocatedDetection there =
                        new LocatedDetection(source.positionOf(), source.position(), source.covariance());
                doubts.add(new Doubt(source, association.candidates(there, sources.within(cells(Stream.of(there))))));
            }
            return doubts;
        });
    }

    @Override
    public Set<String> conflicts(Collection<Claim> claims) {
        Map<String, ContentDigest> known = transactions.run(connection -> new DetectionTable(connection)
                .digests(claims.stream().map(Claim::detectionId).toList()));
        return claims.stream()
                .filter(claim -> known.containsKey(claim.detectionId())
                        && !claim.digest().equals(known.get(claim.detectionId())))
                .map(Claim::detectionId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<History> history(String sourceId) {
        return transactions.run(connection -> {
            var stored = new SourceTable(connection).find(sourceId);
            return stored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new History(
                            stored.get().source(),
                            stored.get().mergedInto(),
                            new DetectionTable(connection).ofSource(sourceId),
                            new ReassociationTable(connection).ofSource(sourceId)));
        });
    }
}
