package io.lynceus.runtime.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/// Reads a YAML file strictly: refuses unknown keys, keys given twice, and missing or impossible values.
public final class YamlDocument {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlDocument() {}

    /// Reads a user's file.
    ///
    /// @param type a record of the file's keys and values, as they are written
    /// @param meaning makes what they mean; an [IllegalArgumentException] names the key, the value and the unit
    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static <T, R> R read(Path file, Class<T> type, Function<T, R> meaning) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString(), type, meaning);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
        }
    }

    /// Reads a file that comes with the suite.
    ///
    /// @param name of the resource, from the root of those of the type
    public static <T, R> R shipped(String name, Class<T> type, Function<T, R> meaning) {
        try (InputStream yaml = type.getResourceAsStream("/" + name)) {
            if (yaml == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return read(yaml, name, type, meaning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T, R> R read(InputStream yaml, String name, Class<T> type, Function<T, R> meaning)
            throws IOException {
        try {
            JsonNode tree = YAML.readTree(yaml);
            requireValues(tree, "");
            return meaning.apply(Wire.readStrictly(tree, type));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(name + line + ": " + e.getOriginalMessage(), e);
        } catch (UnreadableJson | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static void requireValues(JsonNode value, String path) {
        if (value.isNull() || value.isMissingNode()) {
            throw new IllegalArgumentException((path.isEmpty() ? "the file" : path) + " has no value");
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            requireValues(value.get(i), path + "[" + i + "]");
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            requireValues(entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey());
        }
    }
}
