package io.lynceus.standalone.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Absence;
import io.lynceus.feature.Feature;
import io.lynceus.feature.FeatureDefinition;
import io.lynceus.feature.FeatureVector;
import io.lynceus.feature.Measurement;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.Service;
import io.lynceus.standalone.ServiceClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sources on whose class volunteers agree, with the features that a running suite has of them.
final class ConsensusSample {
    private final ServiceClient suite;

    ConsensusSample(ServiceClient suite) {
        this.suite = suite;
    }

    /// @param leastConfidence probability that the class is right, in [0, 1]
    /// @param missions whose bands the features must refer to; empty for any
    List<LabelledSource> read(double leastConfidence, Set<String> missions) {
        List<LabelledSource> sources = new ArrayList<>();
        for (JsonNode label : suite.get(Service.CLASSIFIER, "/consensus-labels?min_confidence=" + leastConfidence)
                .path("labels")) {
            String id = label.path("source_id").asText();
            suite.find(Service.CLASSIFIER, "/sources/" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .filter(source -> missions.isEmpty() || missions.contains(mission(source)))
                    .map(source -> labelled(source, label))
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private static String mission(JsonNode source) {
        return source.at("/classified/featured/spectrum_mission")
                .asText(source.path("latest").path("mission").asText());
    }

    private static LabelledSource labelled(JsonNode source, JsonNode label) {
        FeaturedDetection featured = Wire.read(Wire.write(source.at("/classified/featured")), FeaturedDetection.class);
        return new LabelledSource(
                source.path("name").asText(),
                label.path("class").asText(),
                new SkyPosition(
                        source.path("ra_deg").doubleValue(),
                        source.path("dec_deg").doubleValue()),
                source.at("/classified/featured/enhanced/detection/signal_to_noise")
                        .asDouble(0),
                new FeatureVector(
                        featured.features().entrySet().stream()
                                .map(feature -> feature(feature.getKey(), feature.getValue()))
                                .toList(),
                        mission(source),
                        featured.epochCount()),
                String.format(
                        Locale.ROOT,
                        "consensus of %d volunteers, confidence %.3f, %s",
                        label.path("voters").intValue(),
                        label.path("confidence").doubleValue(),
                        label.path("method").asText()));
    }

    private static Feature feature(String name, FeaturedDetection.Feature feature) {
        Double value = feature.value();
        return new Feature(
                new FeatureDefinition(name, feature.unit()),
                value == null
                        ? Optional.empty()
                        : Optional.of(new Measurement(value, optional(feature.error()), inputs(feature))),
                value == null ? Optional.of(absence(feature.missing())) : Optional.empty());
    }

    private static List<String> inputs(FeaturedDetection.Feature feature) {
        List<String> inputs = feature.inputs();
        return inputs == null ? List.of() : inputs;
    }

    /// A record from before reasons were told counts as looked for.
    private static Absence absence(FeaturedDetection.@Nullable Missing missing) {
        return switch (missing) {
            case NO_COVERAGE -> Absence.NO_COVERAGE;
            case NOT_DETECTED -> Absence.NOT_DETECTED;
            case NOT_MEASURED -> Absence.NOT_MEASURED;
            case null -> Absence.NOT_DETECTED;
        };
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
