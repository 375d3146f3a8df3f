package io.lynceus.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds `asyncapi.yaml` against [Topic].
class AsyncApiTest {
    private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(FILE.toFile());
    }

    private static JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#") ? document.at(reference.substring(1)) : node;
    }

    private static Map<String, JsonNode> channels() {
        return document.get("channels")
                .valueStream()
                .collect(Collectors.toMap(channel -> channel.get("address").asText(), Function.identity()));
    }

    private static JsonNode message(Topic topic) {
        return resolve(
                channels().get(topic.topicName()).get("messages").elements().next());
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    @Test
    void channelsAreTheTopicsAndTheirDeadLetters() {
        assertEquals(
                Topic.definitions().stream().map(Topic.Definition::name).collect(Collectors.toSet()),
                channels().keySet());
    }

    @Test
    void partitionsAndSettingsAreThoseTheTopicsAreCreatedWith() {
        for (Topic.Definition definition : Topic.definitions()) {
            JsonNode kafka = channels().get(definition.name()).at("/bindings/kafka");
            assertEquals(definition.name(), kafka.get("topic").asText());
            assertEquals(definition.partitions(), kafka.get("partitions").asInt(), definition.name());
            Map<String, String> settings = new TreeMap<>();
            kafka.get("topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            setting.getValue().isArray()
                                    ? String.join(",", texts(setting.getValue()))
                                    : setting.getValue().asText()));
            assertEquals(new TreeMap<>(definition.settings()), settings, definition.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void messageNamesTypeSchemaAndKeyOfTheTopic(Topic topic) throws IOException {
        JsonNode message = message(topic);
        assertEquals(topic.eventType(), message.get("name").asText());
        assertEquals(topic.value().getSimpleName(), message.get("title").asText());

        Path schema = FILE.resolveSibling(message.at("/payload/schema/$ref").asText());
        assertEquals(
                topic.schema().id(),
                Wire.tree(Files.readAllBytes(schema)).get("$id").asText());

        String key =
                switch (topic.key()) {
                    case CELL -> "#/components/schemas/cellKey";
                    case SOURCE -> "#/components/schemas/sourceKey";
                };
        assertEquals(key, message.at("/bindings/kafka/key/$ref").asText());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void headersAreThoseOfTheCloudEvent(Topic topic) {
        JsonNode headers = resolve(message(topic).get("headers"));
        Set<String> written = new CloudEvent("id", "source", topic.eventType(), Instant.EPOCH)
                .headers()
                .keySet();
        assertEquals(written, texts(headers.get("required")));
        assertEquals(written, new HashSet<>(properties(headers)));
    }

    private static List<String> properties(JsonNode schema) {
        return schema.get("properties").propertyStream().map(Map.Entry::getKey).toList();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertTrue(
                    reference.startsWith("#")
                            ? !document.at(reference.substring(1)).isMissingNode()
                            : Files.isRegularFile(FILE.resolveSibling(reference)),
                    reference);
        }
    }

    @Test
    void everyTopicIsSentByAnOperation() {
        Set<String> sent = document.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").asText().equals("send"))
                .map(operation ->
                        resolve(operation.get("channel")).get("address").asText())
                .collect(Collectors.toSet());
        assertEquals(List.of(Topic.values()).stream().map(Topic::topicName).collect(Collectors.toSet()), sent);
    }
}
