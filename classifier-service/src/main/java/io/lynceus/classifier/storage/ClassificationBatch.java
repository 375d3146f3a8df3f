package io.lynceus.classifier.storage;

import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One batch of classifications written in one transaction: a statement each for the history and the latest.
///
/// Rows are written in the order of their keys, so that two instances wait for each other instead of deadlocking.
final class ClassificationBatch {
    private static final String KEEP = """
            INSERT INTO classification AS kept (detection_id, model_name, model_version, source_id, mission, class,
                probabilities, outlier_measure, activation, revision, featured_digest, association_revision)
            SELECT id, model, version, source, mission, class, probabilities::jsonb, outlier, activation, revision,
                digest, association
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS batch (id, model, version, source, mission, class, probabilities, outlier, activation, revision,
                    digest, association)
            ON CONFLICT (detection_id, association_revision, model_name, model_version) DO UPDATE SET activation = excluded.activation
            WHERE kept.activation < excluded.activation AND kept.featured_digest = excluded.featured_digest
            RETURNING detection_id, association_revision, model_name, model_version""";

    private static final String KNOWN = """
            SELECT detection_id, association_revision, model_name, model_version, activation, featured_digest
            FROM classification
            JOIN unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) AS batch (id, association, model, version)
            ON detection_id = id AND association_revision = association AND model_name = model AND model_version = version""";

    private static final String LATEST = """
            INSERT INTO source AS latest (source_id, name, ra_deg, dec_deg, cell, detection_id, mission, model_name,
                model_version, class, probability, probabilities, outlier_measure, activation, revision, published,
                association_revision, outlier_false_alarm, variability)
            SELECT id, name, ra, dec, cell, detection, mission, model, version, class, probability,
                probabilities::jsonb, outlier, activation, revision, published, association,
                false_alarm, variability
            FROM unnest(?::text[], ?::text[], ?::float8[], ?::float8[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::float8[], ?::text[], ?::float8[], ?::bigint[], ?::bigint[], ?::bytea[],
                ?::bigint[], ?::float8[], ?::float8[])
                AS batch (id, name, ra, dec, cell, detection, mission, model, version, class, probability,
                    probabilities, outlier, activation, revision, published, association,
                    false_alarm, variability)
            WHERE NOT EXISTS (SELECT FROM retired_source WHERE retired_source.source_id = id)
            ON CONFLICT (source_id) DO UPDATE SET name = excluded.name, ra_deg = excluded.ra_deg,
                dec_deg = excluded.dec_deg, cell = excluded.cell, detection_id = excluded.detection_id,
                mission = excluded.mission, model_name = excluded.model_name, model_version = excluded.model_version,
                class = excluded.class, probability = excluded.probability, probabilities = excluded.probabilities,
                outlier_measure = excluded.outlier_measure, activation = excluded.activation,
                revision = excluded.revision, published = excluded.published,
                association_revision = excluded.association_revision,
                outlier_false_alarm = excluded.outlier_false_alarm, variability = excluded.variability,
                classified_at = excluded.classified_at
            WHERE (latest.activation, latest.revision) < (excluded.activation, excluded.revision)""";

    /// The feature by which sources are searched for variability.
    private static final String VARIABILITY = "significant_long_term_ratio";

    private static final Comparator<ClassificationRecord> BY_STATE = Comparator.comparingLong(
                    ClassificationRecord::activation)
            .thenComparingLong(record -> record.detection().revision());

    /// What one entry of the history is known by.
    private record Key(String detectionId, int association, String modelName, String modelVersion)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::detectionId)
                .thenComparing(Key::association)
                .thenComparing(Key::modelName)
                .thenComparing(Key::modelVersion);

        static Key of(ClassificationRecord record) {
            return new Key(
                    record.detection().detectionId(),
                    record.detection().associationRevision(),
                    record.classification().model().name(),
                    record.classification().model().version());
        }

        static Key of(ResultSet rows) throws SQLException {
            return new Key(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getString(4));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Entry(long activation, long featuredDigest) {}

    private final Connection connection;

    ClassificationBatch(Connection connection) {
        this.connection = connection;
    }

    List<Kept> record(List<ClassificationRecord> batch) throws SQLException {
        TreeMap<Key, ClassificationRecord> firsts = new TreeMap<>();
        batch.forEach(record -> firsts.merge(Key.of(record), record, ClassificationBatch::decisive));
        Set<Key> freshKeys = keep(firsts.values());
        List<ClassificationRecord> fresh = firsts.values().stream()
                .filter(record -> freshKeys.contains(Key.of(record)))
                .toList();
        updateLatest(fresh);
        Map<Key, Entry> entries = known(
                firsts.keySet().stream().filter(key -> !freshKeys.contains(key)).toList());
        fresh.forEach(record -> entries.put(Key.of(record), new Entry(record.activation(), record.featuredDigest())));
        return batch.stream()
                .map(record -> kept(record, Objects.requireNonNull(entries.get(Key.of(record)))))
                .toList();
    }

    private static Kept kept(ClassificationRecord record, Entry entry) {
        return new Kept(entry.activation(), entry.featuredDigest() != record.featuredDigest());
    }

    /// Of two records of one detection and model the first, unless the other is the same under a later activation.
    private static ClassificationRecord decisive(ClassificationRecord first, ClassificationRecord other) {
        return other.featuredDigest() == first.featuredDigest() && other.activation() > first.activation()
                ? other
                : first;
    }

    private Set<Key> keep(Collection<ClassificationRecord> records) throws SQLException {
        Set<Key> fresh = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            BatchColumns columns = new BatchColumns(statement);
            columns.texts(records, record -> record.detection().detectionId());
            columns.texts(records, record -> record.classification().model().name());
            columns.texts(records, record -> record.classification().model().version());
            columns.texts(records, record -> record.detection().sourceId());
            columns.texts(records, record -> record.detection().mission());
            columns.texts(records, record -> record.classification().winner().name());
            columns.texts(records, record -> Probabilities.json(record.classification()));
            columns.doubles(records, record -> record.classification().outlierMeasure());
            columns.longs(records, ClassificationRecord::activation);
            columns.longs(records, record -> record.detection().revision());
            columns.longs(records, ClassificationRecord::featuredDigest);
            columns.longs(records, record -> (long) record.detection().associationRevision());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(Key.of(rows));
                }
            }
        }
        return fresh;
    }

    private Map<Key, Entry> known(List<Key> keys) throws SQLException {
        Map<Key, Entry> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            new BatchColumns(statement)
                    .texts(keys, Key::detectionId)
                    .longs(keys, key -> (long) key.association())
                    .texts(keys, Key::modelName)
                    .texts(keys, Key::modelVersion);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(Key.of(rows), new Entry(rows.getLong(5), rows.getLong(6)));
                }
            }
        }
        return known;
    }

    private void updateLatest(List<ClassificationRecord> fresh) throws SQLException {
        TreeMap<String, ClassificationRecord> latest = new TreeMap<>();
        fresh.forEach(record -> latest.merge(
                record.detection().sourceId(),
                record,
                (one, other) -> BY_STATE.compare(one, other) >= 0 ? one : other));
        if (latest.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            Collection<ClassificationRecord> sources = latest.values();
            BatchColumns columns = new BatchColumns(statement);
            columns.texts(sources, record -> record.detection().sourceId());
            columns.texts(sources, record -> record.detection().sourceName());
            columns.doubles(sources, record -> record.detection().position().raDeg());
            columns.doubles(sources, record -> record.detection().position().decDeg());
            columns.longs(sources, record -> SkyCells.cell(record.detection().position()));
            columns.texts(sources, record -> record.detection().detectionId());
            columns.texts(sources, record -> record.detection().mission());
            columns.texts(sources, record -> record.classification().model().name());
            columns.texts(sources, record -> record.classification().model().version());
            columns.texts(sources, record -> record.classification().winner().name());
            columns.doubles(sources, record -> record.classification().winnerProbability());
            columns.texts(sources, record -> Probabilities.json(record.classification()));
            columns.doubles(sources, record -> record.classification().outlierMeasure());
            columns.longs(sources, ClassificationRecord::activation);
            columns.longs(sources, record -> record.detection().revision());
            columns.bytes(sources, ClassificationRecord::published);
            columns.longs(sources, record -> (long) record.detection().associationRevision());
            columns.doubles(sources, record -> falseAlarm(record.classification()));
            columns.doubles(
                    sources, record -> record.detection().features().values().get(VARIABILITY));
            statement.executeUpdate();
        }
    }

    private static @Nullable Double falseAlarm(Classification classification) {
        return classification.falseAlarm().isPresent()
                ? (Double) classification.falseAlarm().getAsDouble()
                : null;
    }
}
