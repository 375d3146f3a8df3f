package io.lynceus.labels.exchange.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.labels.exchange.ImportMapping;
import io.lynceus.labels.storage.StoredValues;
import io.lynceus.labels.voting.Answer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Mappings of imports as JSON, the form they are stored in.
final class ImportMappingJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ImportMappingJson() {}

    /// @param answers labels, by the answers of the other project
    private record Stored(Map<String, String> answers, String task, String subject, Set<String> workflows) {}

    static String write(ImportMapping mapping) {
        Map<String, String> labels = new TreeMap<>();
        mapping.answers().forEach((given, answer) -> labels.put(given, answer.label()));
        try {
            return MAPPER.writeValueAsString(
                    new Stored(labels, mapping.task(), mapping.subject(), mapping.workflows()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the mapping of an import", e);
        }
    }

    static ImportMapping read(String json) {
        try {
            Stored stored = MAPPER.readValue(json, Stored.class);
            Map<String, Answer> answers = new TreeMap<>();
            stored.answers().forEach((given, label) -> answers.put(given, StoredValues.answer(label)));
            return new ImportMapping(answers, stored.task(), stored.subject(), stored.workflows());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the mapping of an import: " + e.getOriginalMessage(), e);
        }
    }
}
