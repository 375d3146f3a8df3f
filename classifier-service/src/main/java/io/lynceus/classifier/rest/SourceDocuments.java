package io.lynceus.classifier.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.contracts.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Response documents about sources.
final class SourceDocuments {
    private SourceDocuments() {}

    /// A model by name and version.
    record ModelDocument(String name, String version) {
        static ModelDocument of(ModelId id) {
            return new ModelDocument(id.name(), id.version());
        }
    }

    /// One classification without its track.
    ///
    /// @param margin 2 P_max - 1
    /// @param outlierMeasure -log10 of the largest unnormalised class score
    /// @param classifiedAt ISO 8601 UTC
    @JsonNaming(SnakeCaseStrategy.class)
    record HistoryEntryDocument(
            String detectionId,
            String mission,
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            ModelDocument model,
            long activation,
            long revision,
            String classifiedAt) {
        static HistoryEntryDocument of(HistoryEntry entry) {
            return new HistoryEntryDocument(
                    entry.detectionId(),
                    entry.mission(),
                    entry.sourceClass().name(),
                    entry.probabilities(),
                    2 * entry.probabilities().getOrDefault(entry.sourceClass().name(), 0.0) - 1,
                    entry.outlierMeasure(),
                    ModelDocument.of(entry.model()),
                    entry.activation(),
                    entry.revision(),
                    entry.classifiedAt().toString());
        }
    }

    /// A source with its latest classification.
    ///
    /// @param outlierFalseAlarm share of held-out sources of its class that are at least as unusual
    /// @param variability significant long-term ratio of its flux [dex]
    /// @param classified the classified detection it comes from, as on the stream; only where one source is asked
    ///     for
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceDocument(
            String sourceId,
            String name,
            double raDeg,
            double decDeg,
            HistoryEntryDocument latest,
            @Nullable Double outlierFalseAlarm,
            @Nullable Double variability,
            @Nullable RawJson classified) {
        static SourceDocument summary(SourceClassification source) {
            return of(source, null);
        }

        static SourceDocument full(PublishedClassification classification) {
            return of(classification.source(), RawJson.of(classification.published()));
        }

        private static SourceDocument of(SourceClassification source, @Nullable RawJson classified) {
            return new SourceDocument(
                    source.sourceId(),
                    source.name(),
                    source.position().raDeg(),
                    source.position().decDeg(),
                    HistoryEntryDocument.of(source.latest()),
                    orNull(source.falseAlarm()),
                    orNull(source.variability()),
                    classified);
        }

        private static @Nullable Double orNull(OptionalDouble value) {
            return value.isPresent() ? (Double) value.getAsDouble() : null;
        }
    }

    /// One page of a search.
    ///
    /// @param nextCursor asks for the next page, absent on the last
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourcePage(
            List<SourceDocument> sources, @Nullable String nextCursor) {}

    /// @param history the newest state first
    /// @param changes of class, the newest first
    @JsonNaming(SnakeCaseStrategy.class)
    record HistoryDocument(String sourceId, List<HistoryEntryDocument> history, List<ChangeDocument> changes) {
        static HistoryDocument of(String sourceId, List<HistoryEntry> history) {
            List<ChangeDocument> changes = new ArrayList<>();
            for (int i = 0; i + 1 < history.size(); i++) {
                HistoryEntry now = history.get(i);
                HistoryEntry before = history.get(i + 1);
                if (!now.sourceClass().equals(before.sourceClass())) {
                    changes.add(ChangeDocument.of(now, before));
                }
            }
            return new HistoryDocument(
                    sourceId, history.stream().map(HistoryEntryDocument::of).toList(), changes);
        }
    }

    /// A change of class.
    ///
    /// @param because `epoch`: a detection came; `association`: one came from another source, or left for one;
    ///     `model`: another model was activated
    /// @param detectionId the detection whose arrival, or whose classification by the new model, brought it
    /// @param revision of the source from then on
    /// @param at ISO 8601 UTC
    @JsonNaming(SnakeCaseStrategy.class)
    record ChangeDocument(
            String from, String to, String because, String detectionId, ModelDocument model, long revision, String at) {
        static ChangeDocument of(HistoryEntry now, HistoryEntry before) {
            return new ChangeDocument(
                    before.sourceClass().name(),
                    now.sourceClass().name(),
                    now.reasonAfter(before).name().toLowerCase(Locale.ROOT),
                    now.detectionId(),
                    ModelDocument.of(now.model()),
                    now.revision(),
                    now.classifiedAt().toString());
        }
    }
}
