package io.lynceus.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    static Stream<Schema> schemas() throws IOException {
        return Schemas.all().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void exampleObeysItsSchema(Schema schema) throws IOException {
        assertEquals(List.of(), new SchemaCheck(schema).problems(Schemas.example(schema)));
        assertEquals(schema.id(), Schemas.document(schema).get("$id").asText());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void exampleSurvivesTheRoundTripThroughItsRecord(Topic topic) throws IOException {
        JsonNode example = Schemas.example(topic.schema());
        Object record = Wire.read(Schemas.exampleBytes(topic.schema()), topic.value());
        JsonNode again = Wire.tree(Wire.write(record));
        assertEquals(withoutNulls(example), withoutNulls(again));
        assertEquals(topic.schema().id(), again.get("$schema").asText());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void schemaKnowsEveryFieldOfItsRecord(Topic topic) throws IOException {
        Set<String> known = Schemas.document(topic.schema())
                .get("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Object record = Wire.read(Schemas.exampleBytes(topic.schema()), topic.value());
        Wire.tree(Wire.write(record)).fieldNames().forEachRemaining(field -> assertTrue(known.contains(field), field));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyNumberNamesItsUnitInBrackets(Schema schema) throws IOException {
        List<String> bare = new ArrayList<>();
        walk(schema.name(), Schemas.document(schema), (path, node) -> {
            String type = node.path("type").toString();
            if ((type.contains("number") || type.contains("integer"))
                    && !node.path("description").asText().matches(".*\\[[^]]+].*")) {
                bare.add(path);
            }
        });
        assertEquals(List.of(), bare);
    }

    @Test
    void partsAreSharedByReferenceNotCopied() throws IOException {
        Map<Schema, List<Schema>> parts = Map.of(
                new Schema("detection"), List.of(new Schema("position"), new Schema("band")),
                new Schema("enhanced-detection"),
                        List.of(new Schema("detection"), new Schema("counterpart"), new Schema("host-galaxy")),
                new Schema("featured-detection"), List.of(new Schema("enhanced-detection"), new Schema("feature")),
                new Schema("classified-detection"),
                        List.of(new Schema("featured-detection"), new Schema("classification")));
        for (Map.Entry<Schema, List<Schema>> entry : parts.entrySet()) {
            List<String> references = Schemas.document(entry.getKey()).findValuesAsText("$ref");
            for (Schema part : entry.getValue()) {
                assertTrue(references.contains(part.name() + ".json"), entry.getKey() + " refers to " + part);
            }
        }
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(path, node);
        node.propertyStream().forEach(field -> walk(path + "/" + field.getKey(), field.getValue(), visitor));
        if (node.isArray()) {
            node.forEach(item -> walk(path + "/[]", item, visitor));
        }
    }

    private static JsonNode withoutNulls(JsonNode node) {
        JsonNode copy = node.deepCopy();
        prune(copy);
        return copy;
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(SchemasTest::prune);
    }
}
