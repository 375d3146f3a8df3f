package io.lynceus.labels.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.voting.Answer;
import io.lynceus.sky.SkyPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the subject out of a [io.lynceus.contracts.ClassifiedDetection], in one pass that takes nothing else.
final class SubjectCodec {
    private SubjectCodec() {}

    private record Classified(
            @Nullable Featured featured,
            long activation,
            @Nullable Classification classification) {}

    private record Featured(@Nullable Enhanced enhanced, long revision) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Enhanced(
            @Nullable Source source, @Nullable String identifiedClass) {}

    private record Source(
            @Nullable String id,
            @Nullable String name,
            @Nullable Position position) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Position(double raDeg, double decDeg) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Classification(
            @JsonProperty("class") @Nullable String sourceClass,
            @Nullable Map<String, Double> probabilities,
            @Nullable Double outlierFalseAlarm,
            @Nullable List<Evidence> track) {}

    /// A category of the track, or a feature in it.
    @JsonNaming(SnakeCaseStrategy.class)
    private record Evidence(
            @Nullable String category,
            @Nullable String name,
            @Nullable Map<String, Double> lnEvidence,
            @Nullable List<Evidence> features) {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no classified detection
    /// @throws IllegalArgumentException if a value is missing or impossible
    static Subject decode(byte[] json) {
        Classified classified = Wire.read(json, Classified.class);
        Classification classification = required("classification", classified.classification());
        Featured featured = required("featured", classified.featured());
        Enhanced enhanced = required("featured.enhanced", featured.enhanced());
        Source source = required("featured.enhanced.source", enhanced.source());
        Position position = required("featured.enhanced.source.position", source.position());
        String sourceClass = required("classification.class", classification.sourceClass());
        Map<String, Double> probabilities = required("classification.probabilities", classification.probabilities());
        return new Subject(
                required("featured.enhanced.source.id", source.id()),
                required("featured.enhanced.source.name", source.name()),
                new SkyPosition(position.raDeg(), position.decDeg()),
                sourceClass,
                probabilities,
                Optional.ofNullable(enhanced.identifiedClass())
                        .flatMap(Answer::of)
                        .filter(Answer::isClass),
                lnOdds(sourceClass, probabilities, classification.track()),
                classification.outlierFalseAlarm() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(classification.outlierFalseAlarm()),
                classified.activation(),
                featured.revision());
    }

    /// What each feature, or each category without features, says for the class against the next most probable one.
    private static Map<String, Double> lnOdds(
            String sourceClass, Map<String, Double> probabilities, @Nullable List<Evidence> track) {
        Optional<String> next = probabilities.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(sourceClass))
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        Map<String, Double> odds = new HashMap<>();
        if (track != null && next.isPresent()) {
            track.stream()
                    .flatMap(entry -> entry.features() == null ? Stream.of(entry) : entry.features().stream())
                    .forEach(entry -> {
                        String name = entry.name() == null ? entry.category() : entry.name();
                        Map<String, Double> evidence = entry.lnEvidence();
                        if (name != null && evidence != null) {
                            odds.merge(
                                    name,
                                    evidence.getOrDefault(sourceClass, 0.0) - evidence.getOrDefault(next.get(), 0.0),
                                    Double::sum);
                        }
                    });
        }
        return odds;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + field + " is missing");
        }
        return value;
    }
}
