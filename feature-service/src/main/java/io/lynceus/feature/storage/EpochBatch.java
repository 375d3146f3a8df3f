package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Arrival.Association;
import io.lynceus.feature.Arrival.Departure;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore.Featuring;
import io.lynceus.feature.EpochStore.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The sources of a batch with what is stored of them, while arrivals are added one by one. Not thread-safe.
final class EpochBatch {
    private final Map<String, EpochRow> byDetection = new HashMap<>();
    private final Map<String, Source> bySource = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> recorded = new LinkedHashSet<>();
    private final Set<String> departed = new LinkedHashSet<>();

    /// A source of which an epoch has left.
    record Bereft(String id, long revision, boolean merged) {}

    /// Takes in a source that is stored.
    void know(Bereft source) {
        Source known = source(source.id());
        known.revision = Math.max(known.revision, source.revision());
        known.merged = source.merged();
    }

    /// Takes in a row that is stored.
    void know(EpochRow row) {
        stored.add(row.detectionId());
        byDetection.put(row.detectionId(), row);
        if (row.sourceId() != null) {
            source(row.sourceId()).know(row);
        }
    }

    /// Adds an arrival, unless its detection id and revision are known.
    Recorded record(Arrival arrival, Featuring featuring) {
        Association association = arrival.association();
        association.departed().forEach(departure -> depart(departure, arrival.sourceId()));
        association
                .formerSourceId()
                .map(this::source)
                .filter(_ -> association.merged())
                .ifPresent(former -> {
                    former.merged = true;
                    former.bereft = true;
                });
        String id = arrival.epoch().detectionId();
        EpochRow known = byDetection.get(id);
        if (known != null && association.revision() <= known.associationRevision()) {
            return repeated(arrival, known);
        }
        if (known != null) {
            leave(known);
        }
        Source source = source(arrival.sourceId());
        source.add(arrival.epoch());
        byte[] features = featuring.features(source.epochs(), source.revision);
        byDetection.put(
                id,
                new EpochRow(
                        id,
                        arrival.sourceId(),
                        source.revision,
                        association.revision(),
                        EpochJson.write(arrival.epoch()),
                        arrival.digest(),
                        features));
        recorded.add(id);
        departed.remove(id);
        return source.merged ? new Recorded.Superseded() : new Recorded.Kept(features);
    }

    private Recorded repeated(Arrival arrival, EpochRow known) {
        if (arrival.association().revision() < known.associationRevision()
                || known.sourceId() == null
                || source(known.sourceId()).merged) {
            return new Recorded.Superseded();
        }
        return known.features() != null && known.digest() != null && arrival.repeats(known.sourceId(), known.digest())
                ? new Recorded.Kept(known.features())
                : new Recorded.Conflicting();
    }

    private void depart(Departure departure, String sourceId) {
        EpochRow row = byDetection.get(departure.detectionId());
        if (row != null && row.associationRevision() < departure.revision() && sourceId.equals(row.sourceId())) {
            leave(row);
        }
    }

    private void leave(EpochRow row) {
        if (row.sourceId() != null) {
            source(row.sourceId()).remove(row.detectionId());
            byDetection.put(row.detectionId(), row.departed());
            departed.add(row.detectionId());
        }
    }

    /// The rows to be stored anew.
    List<EpochRow> added() {
        return recorded(id -> !stored.contains(id));
    }

    /// The rows to be stored in the place of what is there.
    List<EpochRow> replaced() {
        return recorded(stored::contains);
    }

    private List<EpochRow> recorded(Predicate<String> which) {
        return recorded.stream().filter(which).map(byDetection::get).toList();
    }

    /// The stored epochs that are without a source now.
    List<String> departed() {
        return departed.stream().filter(id -> !recorded.contains(id)).toList();
    }

    /// The sources that an epoch has left.
    List<Bereft> bereft() {
        List<Bereft> bereft = new ArrayList<>();
        bySource.forEach((id, source) -> {
            if (source.bereft) {
                bereft.add(new Bereft(id, source.revision, source.merged));
            }
        });
        return bereft;
    }

    private Source source(String id) {
        return bySource.computeIfAbsent(id, unused -> new Source());
    }

    /// What is known of a source. Stored epochs are parsed only when one is added to them.
    private static final class Source {
        private final Map<String, String> stored = new LinkedHashMap<>();
        private final Map<String, Epoch> epochs = new LinkedHashMap<>();
        private long revision;
        private boolean merged;
        private boolean bereft;

        void know(EpochRow row) {
            stored.put(row.detectionId(), row.epoch());
            revision = Math.max(revision, row.revision());
        }

        void add(Epoch epoch) {
            stored.forEach((id, json) -> epochs.put(id, EpochJson.read(json)));
            stored.clear();
            epochs.put(epoch.detectionId(), epoch);
            revision++;
        }

        void remove(String detectionId) {
            stored.remove(detectionId);
            epochs.remove(detectionId);
            bereft = true;
        }

        List<Epoch> epochs() {
            return List.copyOf(epochs.values());
        }
    }
}
