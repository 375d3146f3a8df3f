package io.lynceus.feature.storage;

import io.lynceus.feature.Arrival;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.EpochStore.Featuring;
import io.lynceus.feature.EpochStore.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sources of a batch with what is stored of them, while arrivals are added one by one. Not thread-safe.
final class EpochBatch {
    private final Map<String, EpochRow> byDetection = new HashMap<>();
    private final Map<String, Source> bySource = new HashMap<>();
    private final List<EpochRow> added = new ArrayList<>();

    /// Takes in a row that is stored.
    void know(EpochRow row) {
        byDetection.put(row.detectionId(), row);
        source(row.sourceId()).know(row);
    }

    /// Adds an arrival, unless its detection id is known.
    Recorded record(Arrival arrival, Featuring featuring) {
        EpochRow known = byDetection.get(arrival.epoch().detectionId());
        if (known != null) {
            return known.features() != null
                            && known.digest() != null
                            && arrival.repeats(known.sourceId(), known.digest())
                    ? new Recorded.Kept(known.features())
                    : new Recorded.Conflicting();
        }
        Source source = source(arrival.sourceId());
        source.add(arrival.epoch());
        byte[] features = featuring.features(List.copyOf(source.epochs), source.revision);
        EpochRow row = new EpochRow(
                arrival.epoch().detectionId(),
                arrival.sourceId(),
                source.revision,
                EpochJson.write(arrival.epoch()),
                arrival.digest(),
                features);
        byDetection.put(row.detectionId(), row);
        added.add(row);
        return new Recorded.Kept(features);
    }

    /// The rows to be stored.
    List<EpochRow> added() {
        return added;
    }

    private Source source(String id) {
        return bySource.computeIfAbsent(id, unused -> new Source());
    }

    /// What is known of a source. Stored epochs are parsed only when one is added to them.
    private static final class Source {
        private final List<String> stored = new ArrayList<>();
        private final List<Epoch> epochs = new ArrayList<>();
        private long revision;

        void know(EpochRow row) {
            stored.add(row.epoch());
            revision = Math.max(revision, row.revision());
        }

        void add(Epoch epoch) {
            stored.forEach(json -> epochs.add(EpochJson.read(json)));
            stored.clear();
            epochs.add(epoch);
            revision++;
        }
    }
}
