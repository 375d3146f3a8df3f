package io.lynceus.standalone.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FeatureSet;
import io.lynceus.classifier.Formula;
import io.lynceus.classifier.PropertyCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Features besides those of the method, and pairs that speak together: a YAML document.
///
/// @param pairs written `first:second`, of these features and of the method's
record FeatureFile(List<Entry> features, List<String> pairs) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    FeatureFile {
        features = features == null ? List.of() : List.copyOf(features);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /// @param category whose weight it shares in paper mode, and where the track shows it
    /// @param formula how it follows from other features; `null` where the feature service gives it
    record Entry(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String category,
            @Nullable String unit,
            @Nullable String formula) {
        FeatureDefinition definition() {
            return new FeatureDefinition(
                    name,
                    PropertyCategory.ofWireName(category),
                    unit == null ? "" : unit,
                    Optional.ofNullable(formula).map(Formula::new));
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

    /// The method's features and these.
    FeatureSet added() {
        return FeatureSet.standard()
                .plus(features.stream().map(Entry::definition).toList(), pairs);
    }
}
