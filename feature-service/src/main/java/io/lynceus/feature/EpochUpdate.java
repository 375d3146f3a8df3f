package io.lynceus.feature;

import io.lynceus.feature.Arrival.Association;
import io.lynceus.feature.Arrival.Departure;
import io.lynceus.feature.EpochStore.Recorded;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.features.FeatureVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a batch of arrivals does to the sources it meets: a pure function of what is stored and what arrives.
///
/// The laws are those of [EpochStore#record]. Not thread-safe while it is made.
public final class EpochUpdate {
    private final FeatureExtractor extractor;
    private final Map<String, StoredEpoch> byDetection = new HashMap<>();
    private final Map<String, Source> bySource = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> departed = new LinkedHashSet<>();
    private final List<Recorded> recorded = new ArrayList<>();

    private EpochUpdate(FeatureExtractor extractor) {
        this.extractor = extractor;
    }

    /// A source as it is stored.
    ///
    /// @param revision the largest that it had when an epoch left it; 0 if none has
    /// @param merged whether all its epochs belong to another source
    public record StoredSource(String id, long revision, boolean merged) {}

    /// An epoch as it is stored.
    ///
    /// @param sourceId empty where the epoch has left its source, and the record that says where it went is on its
    /// way
    /// @param revision of the source, that the epoch brought it to
    /// @param associationRevision of the epoch's association with its source
    /// @param addition what it came with; empty where it was not read
    public record StoredEpoch(
            Optional<String> sourceId,
            long revision,
            int associationRevision,
            Epoch epoch,
            Optional<Addition> addition) {
        public String detectionId() {
            return epoch.detectionId();
        }

        private StoredEpoch departed() {
            return new StoredEpoch(Optional.empty(), revision, associationRevision, epoch, addition);
        }
    }

    /// What an epoch came with, and what it gave.
    ///
    /// @param digest SHA-256 of the enhanced detection as received; not to be altered
    /// @param features of its source after it
    @SuppressWarnings("ArrayRecordComponent") // Compared by Arrival.repeats alone.
    public record Addition(byte[] digest, FeatureVector features) {}

    /// Decides what becomes of each arrival.
    ///
    /// @param sources all sources that an arrival names and that are stored
    /// @param epochs all stored epochs of these sources, and all stored epochs under the arrivals' detection ids,
    ///     those with their [Addition]
    public static EpochUpdate of(
            List<StoredSource> sources, List<StoredEpoch> epochs, List<Arrival> arrivals, FeatureExtractor extractor) {
        EpochUpdate update = new EpochUpdate(extractor);
        sources.forEach(update::know);
        epochs.forEach(update::know);
        for (Arrival arrival : arrivals) {
            update.recorded.add(update.record(arrival));
        }
        return update;
    }

    /// What became of each arrival, in their order.
    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /// The epochs that are new.
    public List<StoredEpoch> added() {
        return changed(id -> !known.contains(id));
    }

    /// The epochs that take the place of those stored under their detection ids.
    public List<StoredEpoch> replaced() {
        return changed(known::contains);
    }

    /// Detection ids of the stored epochs that have left their source, and are not replaced.
    public List<String> departed() {
        return departed.stream().filter(id -> !changed.contains(id)).toList();
    }

    /// The sources that an epoch has left.
    public List<StoredSource> left() {
        List<StoredSource> left = new ArrayList<>();
        bySource.forEach((id, source) -> {
            if (source.left) {
                left.add(new StoredSource(id, source.revision, source.merged));
            }
        });
        return left;
    }

    private void know(StoredSource stored) {
        Source source = source(stored.id());
        source.revision = Math.max(source.revision, stored.revision());
        source.merged = stored.merged();
    }

    private void know(StoredEpoch stored) {
        known.add(stored.detectionId());
        byDetection.put(stored.detectionId(), stored);
        stored.sourceId().ifPresent(id -> {
            Source source = source(id);
            source.epochs.put(stored.detectionId(), stored.epoch());
            source.revision = Math.max(source.revision, stored.revision());
        });
    }

    private Recorded record(Arrival arrival) {
        Association association = arrival.association();
        association.departed().forEach(departure -> depart(departure, arrival.sourceId()));
        association
                .formerSourceId()
                .map(this::source)
                .filter(_ -> association.merged())
                .ifPresent(former -> {
                    former.merged = true;
                    former.left = true;
                });
        String id = arrival.epoch().detectionId();
        StoredEpoch stored = byDetection.get(id);
        if (stored != null && association.revision() <= stored.associationRevision()) {
            return repeated(arrival, stored);
        }
        if (stored != null) {
            leave(stored);
        }
        return add(arrival);
    }

    private Recorded add(Arrival arrival) {
        String id = arrival.epoch().detectionId();
        Source source = source(arrival.sourceId());
        source.epochs.put(id, arrival.epoch());
        source.revision++;
        FeatureVector features = extractor.features(source.epochs.values());
        byDetection.put(
                id,
                new StoredEpoch(
                        Optional.of(arrival.sourceId()),
                        source.revision,
                        arrival.association().revision(),
                        arrival.epoch(),
                        Optional.of(new Addition(arrival.digest(), features))));
        changed.add(id);
        departed.remove(id);
        return source.merged ? new Recorded.Superseded() : new Recorded.Kept(features, source.revision);
    }

    private Recorded repeated(Arrival arrival, StoredEpoch stored) {
        if (arrival.association().revision() < stored.associationRevision()
                || stored.sourceId().filter(id -> !source(id).merged).isEmpty()) {
            return new Recorded.Superseded();
        }
        String sourceId = stored.sourceId().orElseThrow();
        return stored.addition()
                .filter(addition -> arrival.repeats(sourceId, addition.digest()))
                .<Recorded>map(addition -> new Recorded.Kept(addition.features(), stored.revision()))
                .orElseGet(Recorded.Conflicting::new);
    }

    private void depart(Departure departure, String sourceId) {
        StoredEpoch stored = byDetection.get(departure.detectionId());
        if (stored != null
                && stored.associationRevision() < departure.revision()
                && stored.sourceId().filter(sourceId::equals).isPresent()) {
            leave(stored);
        }
    }

    private void leave(StoredEpoch stored) {
        stored.sourceId().ifPresent(id -> {
            Source source = source(id);
            source.epochs.remove(stored.detectionId());
            source.left = true;
            byDetection.put(stored.detectionId(), stored.departed());
            departed.add(stored.detectionId());
        });
    }

    private List<StoredEpoch> changed(Predicate<String> which) {
        return changed.stream().filter(which).map(byDetection::get).toList();
    }

    private Source source(String id) {
        return bySource.computeIfAbsent(id, _ -> new Source());
    }

    private static final class Source {
        private final Map<String, Epoch> epochs = new LinkedHashMap<>();
        private long revision;
        private boolean merged;
        private boolean left;
    }
}
