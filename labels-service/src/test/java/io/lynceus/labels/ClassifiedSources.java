package io.lynceus.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Records of `classifications`, made from the contract's example.
public final class ClassifiedSources {
    private ClassifiedSources() {}

    /// The example as the classification of another source, in another state, that no catalogue knows.
    public static String record(String sourceId, String sourceClass, long activation, long revision) {
        return known(sourceId, null, sourceClass, activation, revision);
    }

    /// The same of a source that catalogues know as `knownClass`.
    public static String known(
            String sourceId, @Nullable String knownClass, String sourceClass, long activation, long revision) {
        ObjectNode classified = example();
        ObjectNode source = (ObjectNode) classified.at("/featured/enhanced/source");
        source.put("id", sourceId);
        ((ObjectNode) classified.at("/featured/enhanced")).put("identified_class", knownClass);
        ((ObjectNode) classified.get("classification")).put("class", sourceClass);
        ((ObjectNode) classified.get("featured")).put("revision", revision);
        classified.put("activation", activation);
        return new String(Wire.write(classified), StandardCharsets.UTF_8);
    }

    private static ObjectNode example() {
        try (InputStream in = ClassifiedSources.class.getResourceAsStream(
                Topic.CLASSIFICATIONS.schema().example())) {
            JsonNode example = Wire.tree(in.readAllBytes());
            return (ObjectNode) example;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
