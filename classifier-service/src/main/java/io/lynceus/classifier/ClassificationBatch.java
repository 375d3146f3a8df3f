package io.lynceus.classifier;

import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.model.ModelId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What becomes of a batch of classifications: which go to the history, which are the latest of their source.
///
/// A store asks in this order: it writes [#history], then [#latest] of what it could write, and reads what the
/// history holds in place of [#unwritten]; [#kept] answers the batch.
public final class ClassificationBatch {
    private static final Comparator<ClassificationRecord> BY_STATE = Comparator.comparingLong(
                    ClassificationRecord::activation)
            .thenComparingLong(record -> record.detection().revision());

    private final List<ClassificationRecord> batch;
    private final SortedMap<Key, ClassificationRecord> history = new TreeMap<>();

    /// Key of an entry of the history.
    ///
    /// @param associationRevision of the detection's association with its source
    public record Key(String detectionId, int associationRevision, ModelId model) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::detectionId)
                .thenComparing(Key::associationRevision)
                .thenComparing(key -> key.model().name())
                .thenComparing(key -> key.model().version());

        static Key of(ClassificationRecord record) {
            return new Key(
                    record.detection().detectionId(),
                    record.detection().associationRevision(),
                    record.classification().model());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// What the history holds under a key.
    public record StoredVersion(long activation, long featuredDigest) {}

    public ClassificationBatch(List<ClassificationRecord> batch) {
        this.batch = List.copyOf(batch);
        batch.forEach(record -> history.merge(Key.of(record), record, ClassificationBatch::decisive));
    }

    /// Of two records with one key the first, unless the other is the same under a later activation.
    private static ClassificationRecord decisive(ClassificationRecord first, ClassificationRecord other) {
        return other.featuredDigest() == first.featuredDigest() && other.activation() > first.activation()
                ? other
                : first;
    }

    /// Records to write to the history, one per key, in the order of the keys.
    public Collection<ClassificationRecord> history() {
        return history.values();
    }

    /// The latest record of each source by (activation, revision), in the order of the sources' ids.
    ///
    /// @param written keys that the history has taken
    public Collection<ClassificationRecord> latest(Set<Key> written) {
        TreeMap<String, ClassificationRecord> latest = new TreeMap<>();
        history.forEach((key, record) -> {
            if (written.contains(key)) {
                latest.merge(
                        record.detection().sourceId(),
                        record,
                        (one, other) -> BY_STATE.compare(one, other) >= 0 ? one : other);
            }
        });
        return latest.values();
    }

    /// Keys under which the history holds something else.
    public List<Key> unwritten(Set<Key> written) {
        return history.keySet().stream().filter(key -> !written.contains(key)).toList();
    }

    /// One answer per record of the batch, in order.
    ///
    /// @param stored what the history holds under the [#unwritten] keys
    public List<Kept> kept(Set<Key> written, Map<Key, StoredVersion> stored) {
        return batch.stream()
                .map(record -> {
                    Key key = Key.of(record);
                    StoredVersion version = written.contains(key)
                            ? version(Objects.requireNonNull(history.get(key)))
                            : Objects.requireNonNull(stored.get(key));
                    return new Kept(version.activation(), version.featuredDigest() != record.featuredDigest());
                })
                .toList();
    }

    private static StoredVersion version(ClassificationRecord record) {
        return new StoredVersion(record.activation(), record.featuredDigest());
    }
}
