package io.lynceus.gateway.surveys.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.CanonicalDigest;
import io.lynceus.contracts.Classification.Alternative;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.surveys.RowFormat;
import io.lynceus.gateway.surveys.RowReading;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Rows of surveys as wire records.
@Singleton
class JsonRowFormat implements RowFormat {
    // Only the fields that are needed: the track, most of the record, is skipped unread.
    record ClassificationSummary(Summary classification) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Summary(
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            @Nullable Double outlierFalseAlarm,
            List<Alternative> alternatives,
            ModelReference model) {}

    @Override
    public List<RowReading> read(Survey survey, List<SurveyRow> rows) {
        TableMapping mapping = survey.mapping().orElseThrow();
        Map<String, Integer> indices = mapping.indices(survey.columnNames());
        return rows.stream()
                .map(row -> read(new MappedRow(mapping, indices, row.cells())))
                .toList();
    }

    private static RowReading read(MappedRow row) {
        try {
            MappedRow.CheckedDetection checked = row.checkedDetection();
            Detection detection = checked.detection();
            SkyPosition position = new SkyPosition(
                    detection.position().raDeg(), detection.position().decDeg());
            return new RowReading.Readable(
                    new AdmittedDetection(detection.id(), position, checked.json()),
                    CanonicalDigest.of(checked.tree()));
        } catch (RowRefused e) {
            return new RowReading.Unreadable(new RefusedRow(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public ClassifiedRow classified(RawJson classifiedDetection) {
        try {
            return result(classifiedDetection.as(ClassificationSummary.class).classification());
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ClassifiedRow result(Summary summary) {
        Double falseAlarm = summary.outlierFalseAlarm();
        return new ClassifiedRow(
                summary.sourceClass(),
                summary.probabilities(),
                summary.margin(),
                summary.outlierMeasure(),
                falseAlarm == null ? OptionalDouble.empty() : OptionalDouble.of(falseAlarm),
                summary.alternatives().stream()
                        .map(Alternative::sourceClass)
                        .distinct()
                        .toList(),
                summary.model().name() + "/" + summary.model().version());
    }

    @Override
    public RefusedRow refused(RawJson problem) {
        JsonNode document = Wire.tree(problem.bytes());
        return new RefusedRow(
                document.path("detail").asText(document.path("title").asText()));
    }
}
