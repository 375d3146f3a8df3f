package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Schema;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents say, held against the code.
class DocumentsTest {
    private static final Markdown EVENTS = Repository.document("docs/events.md");

    static List<Path> documents() {
        return Repository.files(".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsToAFileAndHeading(Path file) {
        Markdown document = Markdown.read(file);
        List<String> broken = document.links().stream()
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .filter(link -> !leadsSomewhere(document, link))
                .toList();
        assertEquals(List.of(), broken);
    }

    private static boolean leadsSomewhere(Markdown document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || Markdown.read(target).anchors().contains(parts[1]));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJsonSnippetIsReadAndObeysTheSchemaItNames(Path file) {
        for (Markdown.Fence fence : snippets(file, "json")) {
            JsonNode value = Wire.tree(fence.content().getBytes(StandardCharsets.UTF_8));
            String schema = fence.info().substring("json".length()).strip();
            if (!schema.isEmpty()) {
                assertEquals(List.of(), new SchemaCheck(new Schema(schema)).problems(value), fence.content());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyYamlSnippetIsRead(Path file) {
        for (Markdown.Fence fence : snippets(file, "yaml")) {
            YamlDocuments.parse(fence.content());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJavaSnippetCompiles(Path file, @TempDir Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (Markdown.Fence fence : snippets(file, "java")) {
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            compiler.getTask(
                            null,
                            null,
                            diagnostics,
                            List.of("-d", classes.toString(), "-proc:none"),
                            null,
                            List.of(source(fence.content())))
                    .call();
            assertEquals(List.of(), diagnostics.getDiagnostics(), fence.content());
        }
    }

    private static JavaFileObject source(String content) {
        return new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return content;
            }
        };
    }

    private static List<Markdown.Fence> snippets(Path file, String language) {
        return Markdown.read(file).fences().stream()
                .filter(fence -> fence.info().split(" ")[0].equals(language))
                .toList();
    }

    @Test
    void tableOfTopicsIsThatOfTheCode() {
        List<List<String>> documented = EVENTS.table("topic", "key", "value", "partitions", "retention").stream()
                .map(row -> Stream.of("topic", "key", "value", "partitions", "retention")
                        .map(row::get)
                        .toList())
                .toList();
        List<List<String>> coded = Arrays.stream(Topic.values())
                .map(topic -> List.of(
                        topic.topicName(),
                        topic.key().name().toLowerCase(),
                        topic.value().getSimpleName(),
                        Integer.toString(Topic.PARTITIONS),
                        retention(topic.settings())))
                .toList();
        assertEquals(coded, documented);
    }

    private static String retention(Map<String, String> settings) {
        return switch (settings.get("cleanup.policy")) {
            case "delete" -> days(settings.get("retention.ms"));
            case "compact" ->
                settings.containsKey("min.compaction.lag.ms")
                        ? "compacted after " + days(settings.get("min.compaction.lag.ms"))
                        : "compacted";
            default -> settings.toString();
        };
    }

    private static String days(String milliseconds) {
        return Duration.ofMillis(Long.parseLong(milliseconds)).toDays() + " days";
    }

    @Test
    void tableOfHeadersIsThatOfTheCloudEvent() {
        List<String> documented = new ArrayList<>();
        EVENTS.table("header", "value").forEach(row -> documented.add(row.get("header")));
        assertEquals(
                List.copyOf(new CloudEvent("id", "source", "type", Instant.EPOCH)
                        .headers()
                        .keySet()),
                documented);
    }

    @Test
    void tableOfModulesIsThatOfTheBuild() {
        assertEquals(
                Set.copyOf(Repository.modules()),
                Repository.document("docs/architecture.md").table("module", "is", "depends on").stream()
                        .map(row -> row.get("module"))
                        .collect(Collectors.toSet()));
    }
}
