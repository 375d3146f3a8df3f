package io.lynceus.classifier.storage;

import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.sky.SkyPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.OptionalDouble;

/// Rows of the database as values of the domain.
final class StoredRows {
    static final String ENTRY_COLUMNS = "detection_id, association_revision, mission, class, probabilities,"
            + " outlier_measure, model_name, model_version, activation, revision, classified_at";
    static final String SOURCE_COLUMNS =
            "source_id, name, ra_deg, dec_deg, outlier_false_alarm, variability, " + ENTRY_COLUMNS;
    static final String PUBLISHED_COLUMNS = SOURCE_COLUMNS + ", published";

    private StoredRows() {}

    static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getString("detection_id"),
                row.getInt("association_revision"),
                row.getString("mission"),
                new SourceClass(row.getString("class")),
                Probabilities.read(row.getString("probabilities")),
                row.getDouble("outlier_measure"),
                new ModelId(row.getString("model_name"), row.getString("model_version")),
                row.getLong("activation"),
                row.getLong("revision"),
                row.getObject("classified_at", OffsetDateTime.class).toInstant());
    }

    static SourceClassification source(ResultSet row) throws SQLException {
        return new SourceClassification(
                row.getString("source_id"),
                row.getString("name"),
                new SkyPosition(row.getDouble("ra_deg"), row.getDouble("dec_deg")),
                entry(row),
                optional(row, "outlier_false_alarm"),
                optional(row, "variability"));
    }

    static PublishedClassification published(ResultSet row) throws SQLException {
        return new PublishedClassification(source(row), row.getBytes("published"));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        Double value = row.getObject(column, Double.class);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
