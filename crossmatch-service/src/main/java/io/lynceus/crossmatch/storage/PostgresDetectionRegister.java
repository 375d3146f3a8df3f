package io.lynceus.crossmatch.storage;

import io.lynceus.crossmatch.AssociationOutcome;
import io.lynceus.crossmatch.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.AssociationOutcome.NewSource;
import io.lynceus.crossmatch.ContentDigest;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.DetectionRegister.Registration.Conflict;
import io.lynceus.crossmatch.DetectionRegister.Registration.Registered;
import io.lynceus.crossmatch.KnownSources;
import io.lynceus.crossmatch.PositionMatch;
import io.lynceus.crossmatch.SourceAssociation;
import io.lynceus.crossmatch.XrayDetection;
import io.lynceus.crossmatch.storage.DetectionTable.Known;
import io.lynceus.crossmatch.storage.DetectionTable.Row;
import io.lynceus.runtime.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final SourceAssociation association;

    PostgresDetectionRegister(Transactions transactions, SourceAssociation association) {
        this.transactions = transactions;
        this.association = association;
    }

    @Override
    public List<Registration> register(List<Entry> entries) {
        return entries.isEmpty() ? List.of() : transactions.run(connection -> register(connection, entries));
    }

    private List<Registration> register(Connection connection, List<Entry> entries) throws SQLException {
        SourceTable sources = new SourceTable(connection);
        DetectionTable detections = new DetectionTable(connection);
        SortedSet<Long> cells = cells(entries.stream().map(Entry::detection));
        sources.lock(cells);
        Map<String, Known> known = detections.known(
                entries.stream().map(entry -> entry.detection().id()).toList());
        KnownSources batch = new KnownSources(association, sources.within(cells));
        List<Registration> registrations = new ArrayList<>(entries.size());
        List<Row> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            String id = entry.detection().id();
            Known before = known.get(id);
            if (before == null) {
                Row row = row(entry, batch.associate(entry.detection()));
                rows.add(row);
                before = new Known(row.digest(), row.sourceId(), row.record());
                known.put(id, before);
            }
            registrations.add(
                    before.digest().equals(entry.digest())
                            ? new Registered(before.sourceId(), before.record())
                            : new Conflict());
        }
        // Detections first: an id that another instance used in the meantime shows there.
        detections.insert(rows);
        sources.insert(batch.started());
        sources.sharpen(batch.sharpened());
        sources.place(batch.placed());
        return registrations;
    }

    private static Row row(Entry entry, AssociationOutcome outcome) {
        String name =
                switch (outcome) {
                    case NewSource(var _) -> "new";
                    case JoinedSource(var _, var _) -> "joined";
                    case AmbiguousSource(var _, var _) -> "ambiguous";
                };
        Optional<PositionMatch> agreement =
                outcome instanceof JoinedSource(var _, var joined) ? Optional.of(joined.match()) : Optional.empty();
        return new Row(
                entry.detection().id(),
                entry.digest(),
                outcome.source().id(),
                name,
                agreement,
                entry.record().apply(outcome));
    }

    private SortedSet<Long> cells(Stream<XrayDetection> detections) {
        return detections
                .flatMapToLong(detection -> Arrays.stream(association
                        .cells(detection.position(), detection.covariance())
                        .cells()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<AssociationOutcome> preview(List<XrayDetection> detections) {
        SortedSet<Long> cells = cells(detections.stream());
        KnownSources known = new KnownSources(
                association, transactions.run(connection -> new SourceTable(connection).within(cells)));
        return detections.stream().map(known::preview).toList();
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
            var source = new SourceTable(connection).find(sourceId);
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new History(source.get(), new DetectionTable(connection).ofSource(sourceId)));
        });
    }
}
