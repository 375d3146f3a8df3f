package io.lynceus.classifier.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.classifier.scoring.Classification;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Posteriors by class name, as the database keeps them.
final class Probabilities {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .build();
    private static final TypeReference<Map<String, Double>> BY_CLASS = new TypeReference<>() {};

    private Probabilities() {}

    static String json(Classification classification) {
        Map<String, Double> byClass = new LinkedHashMap<>();
        for (int c = 0; c < classification.probabilities().size(); c++) {
            byClass.put(
                    classification.taxonomy().classes().get(c).name(),
                    classification.probabilities().get(c));
        }
        try {
            return MAPPER.writeValueAsString(byClass);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Double> read(String json) {
        try {
            return MAPPER.readValue(json, BY_CLASS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
