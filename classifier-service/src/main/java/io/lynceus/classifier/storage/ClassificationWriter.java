package io.lynceus.classifier.storage;

import io.lynceus.classifier.ClassificationBatch;
import io.lynceus.classifier.ClassificationBatch.Key;
import io.lynceus.classifier.ClassificationBatch.StoredVersion;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes one batch of classifications in one transaction: a statement each for the history and the latest classes.
///
/// Rows are written in the order of their keys, so that two instances wait for each other instead of deadlocking.
final class ClassificationWriter {
    private static final String WRITE_HISTORY = """
        INSERT INTO classifications AS kept (detection_id, model_name, model_version, source_id, mission, class,
            probabilities, outlier_measure, activation, revision, featured_digest, association_revision)
        SELECT id, model, version, source, mission, class, probabilities::jsonb, outlier, activation, revision,
            digest, association
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::float8[], $9::bigint[], $10::bigint[], $11::bigint[], $12::integer[])
            AS batch (id, model, version, source, mission, class, probabilities, outlier, activation, revision,
                digest, association)
        ON CONFLICT (detection_id, association_revision, model_name, model_version)
        DO UPDATE SET activation = excluded.activation
        WHERE kept.activation < excluded.activation AND kept.featured_digest = excluded.featured_digest
        RETURNING detection_id, association_revision, model_name, model_version\
        """;

    private static final String READ_STORED_VERSIONS = """
        SELECT detection_id, association_revision, model_name, model_version, activation, featured_digest
        FROM classifications
        JOIN unnest($1::text[], $2::integer[], $3::text[], $4::text[]) AS batch (id, association, model, version)
        ON detection_id = id AND association_revision = association AND model_name = model
            AND model_version = version\
        """;

    private static final String WRITE_LATEST = """
        INSERT INTO sources AS latest (source_id, name, ra_deg, dec_deg, cell, detection_id, mission, model_name,
            model_version, class, probability, probabilities, outlier_measure, activation, revision, published,
            association_revision, outlier_false_alarm, variability)
        SELECT id, name, ra, dec, cell, detection, mission, model, version, class, probability,
            probabilities::jsonb, outlier, activation, revision, published, association,
            false_alarm, variability
        FROM unnest($1::text[], $2::text[], $3::float8[], $4::float8[], $5::bigint[], $6::text[], $7::text[],
            $8::text[], $9::text[], $10::text[], $11::float8[], $12::text[], $13::float8[], $14::bigint[],
            $15::bigint[], $16::bytea[], $17::integer[], $18::float8[], $19::float8[])
            AS batch (id, name, ra, dec, cell, detection, mission, model, version, class, probability,
                probabilities, outlier, activation, revision, published, association,
                false_alarm, variability)
        WHERE NOT EXISTS (SELECT FROM retired_sources WHERE retired_sources.source_id = id)
        ON CONFLICT (source_id) DO UPDATE SET name = excluded.name, ra_deg = excluded.ra_deg,
            dec_deg = excluded.dec_deg, cell = excluded.cell, detection_id = excluded.detection_id,
            mission = excluded.mission, model_name = excluded.model_name, model_version = excluded.model_version,
            class = excluded.class, probability = excluded.probability, probabilities = excluded.probabilities,
            outlier_measure = excluded.outlier_measure, activation = excluded.activation,
            revision = excluded.revision, published = excluded.published,
            association_revision = excluded.association_revision,
            outlier_false_alarm = excluded.outlier_false_alarm, variability = excluded.variability,
            classified_at = excluded.classified_at
        WHERE (latest.activation, latest.revision) < (excluded.activation, excluded.revision)\
        """;

    /// The feature by which sources are searched for variability.
    private static final String VARIABILITY = "significant_long_term_ratio";

    private final SqlConnection connection;

    ClassificationWriter(SqlConnection connection) {
        this.connection = connection;
    }

    List<Kept> write(ClassificationBatch batch) {
        Set<Key> written = writeHistory(batch.history());
        writeLatest(batch.latest(written));
        return batch.kept(written, storedVersions(batch.unwritten(written)));
    }

    private Set<Key> writeHistory(Collection<ClassificationRecord> records) {
        RowSet<Row> rows = execute(
                WRITE_HISTORY,
                new BatchColumns()
                        .texts(records, record -> record.detection().detectionId())
                        .texts(
                                records,
                                record -> record.classification().model().name())
                        .texts(
                                records,
                                record -> record.classification().model().version())
                        .texts(records, record -> record.detection().sourceId())
                        .texts(records, record -> record.detection().mission())
                        .texts(
                                records,
                                record -> record.classification().winner().name())
                        .texts(records, record -> Probabilities.json(record.classification()))
                        .doubles(records, record -> record.classification().outlierMeasure())
                        .longs(records, ClassificationRecord::activation)
                        .longs(records, record -> record.detection().revision())
                        .longs(records, ClassificationRecord::featuredDigest)
                        .integers(records, record -> record.detection().associationRevision()));
        Set<Key> written = new HashSet<>();
        for (Row row : rows) {
            written.add(key(row));
        }
        return written;
    }

    private void writeLatest(Collection<ClassificationRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        execute(
                WRITE_LATEST,
                new BatchColumns()
                        .texts(records, record -> record.detection().sourceId())
                        .texts(records, record -> record.detection().sourceName())
                        .doubles(
                                records, record -> record.detection().position().raDeg())
                        .doubles(
                                records, record -> record.detection().position().decDeg())
                        .longs(
                                records,
                                record -> SkyCells.cell(record.detection().position()))
                        .texts(records, record -> record.detection().detectionId())
                        .texts(records, record -> record.detection().mission())
                        .texts(
                                records,
                                record -> record.classification().model().name())
                        .texts(
                                records,
                                record -> record.classification().model().version())
                        .texts(
                                records,
                                record -> record.classification().winner().name())
                        .doubles(records, record -> record.classification().winnerProbability())
                        .texts(records, record -> Probabilities.json(record.classification()))
                        .doubles(records, record -> record.classification().outlierMeasure())
                        .longs(records, ClassificationRecord::activation)
                        .longs(records, record -> record.detection().revision())
                        .bytes(records, ClassificationRecord::published)
                        .integers(records, record -> record.detection().associationRevision())
                        .doubles(records, record -> falseAlarm(record.classification()))
                        .doubles(
                                records,
                                record -> record.detection().features().values().get(VARIABILITY)));
    }

    private static @Nullable Double falseAlarm(Classification classification) {
        return classification.falseAlarm().isPresent()
                ? (Double) classification.falseAlarm().getAsDouble()
                : null;
    }

    private Map<Key, StoredVersion> storedVersions(List<Key> keys) {
        Map<Key, StoredVersion> stored = new HashMap<>();
        if (keys.isEmpty()) {
            return stored;
        }
        RowSet<Row> rows = execute(
                READ_STORED_VERSIONS,
                new BatchColumns()
                        .texts(keys, Key::detectionId)
                        .integers(keys, Key::associationRevision)
                        .texts(keys, key -> key.model().name())
                        .texts(keys, key -> key.model().version()));
        for (Row row : rows) {
            stored.put(key(row), new StoredVersion(row.getLong("activation"), row.getLong("featured_digest")));
        }
        return stored;
    }

    private static Key key(Row row) {
        return new Key(
                row.getString("detection_id"),
                row.getInteger("association_revision"),
                new ModelId(row.getString("model_name"), row.getString("model_version")));
    }

    private RowSet<Row> execute(String sql, BatchColumns columns) {
        return connection.preparedQuery(sql).executeAndAwait(columns.tuple());
    }
}
