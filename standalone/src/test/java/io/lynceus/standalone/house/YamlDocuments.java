package io.lynceus.standalone.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/// YAML with its anchors and merges resolved.
final class YamlDocuments {
    private static final ObjectMapper TREES = new ObjectMapper();

    private YamlDocuments() {}

    static List<JsonNode> parse(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .map(document -> TREES.<JsonNode>valueToTree(document))
                .toList();
    }
}
