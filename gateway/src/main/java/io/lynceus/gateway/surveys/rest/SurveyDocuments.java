package io.lynceus.gateway.surveys.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Detection;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys.ResultRow;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.MappingGuess;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Surveys as JSON.
final class SurveyDocuments {
    private SurveyDocuments() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record SurveyList(List<SurveyDocument> surveys) {}

    /// @param shared whether everybody who has the id may see it
    record Sharing(boolean shared) {}

    /// @param state `loading`, `ready`, `running`, `done`, `cancelled` or `failed`
    /// @param done rows that have a class or are refused
    /// @param rowsPerS since it was started last; `null` unless it runs
    /// @param secondsLeft at that rate; `null` unless it runs
    /// @param classes how many rows are of each class
    /// @param published whether its rows are detections of the sky that everybody sees
    /// @param yours whether the caller may change it
    /// @param mapping which column is what: as it is, or as far as it could be guessed
    /// @param missing what the mapping still needs before it can be started
    /// @param columns in the survey alone
    /// @param preview the first rows as the mapping reads them, in the survey alone; none while it runs
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SurveyDocument(
            String id,
            String name,
            String state,
            long rows,
            long done,
            long classified,
            Map<String, Long> classes,
            long refused,
            boolean history,
            boolean published,
            boolean shared,
            boolean yours,
            String createdAt,
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable Double rowsPerS,
            @Nullable Double secondsLeft,
            @Nullable String failure,
            @Nullable MappingGuess mapping,
            @Nullable List<String> missing,
            @Nullable List<ColumnDocument> columns,
            @Nullable List<PreviewRow> preview) {}

    /// @param type `text`, `number`, `integer` or `boolean`
    @JsonNaming(SnakeCaseStrategy.class)
    record ColumnDocument(String name, String type, String unit, String ucd, String description) {
        static ColumnDocument of(Table.Column column) {
            String type = column.type() == Double.class
                    ? "number"
                    : column.type() == Long.class ? "integer" : column.type() == Boolean.class ? "boolean" : "text";
            return new ColumnDocument(column.name(), type, column.unit(), column.ucd(), column.description());
        }
    }

    /// @param detection what the row is read as, or
    /// @param refused why it is none; neither while the mapping is incomplete
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewRow(
            long line,
            List<String> cells,
            @Nullable Detection detection,
            @Nullable String refused) {
        static PreviewRow of(SurveyRow row, Survey survey) {
            Optional<TableMapping> mapping = survey.mapping();
            if (mapping.isEmpty()) {
                return new PreviewRow(row.line(), row.cells(), null, null);
            }
            try {
                Detection read = new MappedRow(mapping.get(), mapping.get().indices(survey.columnNames()), row.cells())
                        .detection();
                return new PreviewRow(row.line(), row.cells(), read, null);
            } catch (RowRefused e) {
                return new PreviewRow(row.line(), row.cells(), null, e.getMessage());
            }
        }
    }

    /// @param nextPortion where the next rows are; absent after the last
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(List<RowDocument> rows, @Nullable Integer nextPortion) {}

    /// @param sourceClass absent where the row is refused or not done
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowDocument(
            long line,
            List<String> cells,

            @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String sourceClass,

            @Nullable Map<String, Double> probabilities,
            @Nullable Double margin,
            @Nullable Double outlierMeasure,
            @Nullable List<String> alternatives,
            @Nullable String model,
            @Nullable String refused) {
        static RowDocument of(ResultRow result) {
            long line = result.row().line();
            List<String> cells = result.row().cells();
            return switch (result.result().orElse(null)) {
                case null -> new RowDocument(line, cells, null, null, null, null, null, null, null);
                case RefusedRow(String reason) ->
                    new RowDocument(line, cells, null, null, null, null, null, null, reason);
                case ClassifiedRow found ->
                    new RowDocument(
                            line,
                            cells,
                            found.sourceClass(),
                            found.probabilities(),
                            found.margin(),
                            found.outlierMeasure(),
                            found.alternatives(),
                            found.model(),
                            null);
            };
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusals(
            List<RefusalDocument> refusals, @Nullable Long nextAfter) {}

    record RefusalDocument(long line, String reason) {}

    static SurveyDocument brief(Survey survey, boolean yours, Instant now) {
        return document(survey, yours, now, null, null, null, null);
    }

    static SurveyDocument whole(Survey survey, boolean yours, List<SurveyRow> first, Instant now) {
        MappingGuess mapping =
                survey.mapping().map(MappingGuess::of).orElseGet(() -> MappingGuess.of(survey.columns()));
        return document(
                survey,
                yours,
                now,
                mapping,
                mapping.missing(),
                survey.columns().stream().map(ColumnDocument::of).toList(),
                first.stream().map(row -> PreviewRow.of(row, survey)).toList());
    }

    private static SurveyDocument document(
            Survey survey,
            boolean yours,
            Instant now,
            @Nullable MappingGuess mapping,
            @Nullable List<String> missing,
            @Nullable List<ColumnDocument> columns,
            @Nullable List<PreviewRow> preview) {
        boolean running = survey.state() == Survey.State.RUNNING;
        double seconds = survey.started()
                .map(started -> Duration.between(started, now).toMillis() / 1e3)
                .orElse(0.0);
        double rate = seconds > 0 ? (survey.done() - survey.doneAtStart()) / seconds : 0;
        return new SurveyDocument(
                survey.id(),
                survey.name(),
                survey.state().name().toLowerCase(Locale.ROOT),
                survey.rows(),
                survey.done(),
                survey.classified(),
                survey.classes(),
                survey.refused(),
                survey.options().history() || survey.options().published(),
                survey.options().published(),
                survey.shared(),
                yours,
                survey.created().toString(),
                survey.started().map(Instant::toString).orElse(null),
                survey.ended().map(Instant::toString).orElse(null),
                running ? (Double) rate : null,
                running && rate > 0 ? (Double) ((survey.rows() - survey.done()) / rate) : null,
                survey.failure().orElse(null),
                mapping,
                missing,
                columns,
                preview);
    }
}
