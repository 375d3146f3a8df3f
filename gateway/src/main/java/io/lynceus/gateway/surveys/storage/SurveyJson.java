package io.lynceus.gateway.surveys.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The parts of a survey that are stored as JSON: columns, mapping, and rows by class.
final class SurveyJson {
    private SurveyJson() {}

    static String mapping(TableMapping mapping) {
        return text(mapping);
    }

    static String counts(Map<String, Long> classes) {
        return text(classes);
    }

    static Map<String, Long> counts(String json) {
        return tree(json).properties().stream().collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue()
                .longValue()));
    }

    static String columns(List<Table.Column> columns) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(columns.size());
        columns.forEach(column -> all.addObject()
                .put("name", column.name())
                .put("unit", column.unit())
                .put("ucd", column.ucd())
                .put("description", column.description())
                .put("type", column.type().getSimpleName()));
        return text(all);
    }

    static List<Table.Column> columns(String json) {
        List<Table.Column> all = new ArrayList<>();
        tree(json)
                .forEach(column -> all.add(new Table.Column(
                        column.path("name").textValue(),
                        column.path("unit").textValue(),
                        column.path("ucd").textValue(),
                        column.path("description").textValue(),
                        type(column.path("type").textValue()))));
        return all;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "Long" -> Long.class;
            case "Double" -> Double.class;
            case "Boolean" -> Boolean.class;
            default -> String.class;
        };
    }

    private static String text(Object value) {
        return new String(PortionCodec.write(value), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) {
        return PortionCodec.tree(json.getBytes(StandardCharsets.UTF_8));
    }
}
