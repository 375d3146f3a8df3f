package io.lynceus.standalone.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Features besides the standard ones, and pairs with joint evidence: a YAML document.
///
/// @param pairs written `first:second`, of these features and the standard ones
record FeatureFile(List<AddedFeature> features, List<String> pairs) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    FeatureFile {
        features = features == null ? List.of() : List.copyOf(features);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /// @param category whose weight it shares in paper mode, and where the track shows it
    /// @param formula how it follows from other features; `null` where the feature service gives it
    record AddedFeature(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String category,
            @Nullable String unit,
            @Nullable String formula) {
        FeatureDefinition definition() {
            return FeatureDefinition.parse(name, category, Optional.ofNullable(unit), Optional.ofNullable(formula));
        }
    }

    /// @throws IllegalArgumentException naming the file and what is wrong in it
    static FeatureFile read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), FeatureFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("feature file " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("feature file " + file + " cannot be read: " + e, e);
        }
    }

    /// The standard features and these.
    FeatureSet added() {
        return FeatureSet.standard()
                .plus(features.stream().map(AddedFeature::definition).toList(), pairs);
    }
}
