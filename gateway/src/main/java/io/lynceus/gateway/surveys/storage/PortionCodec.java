package io.lynceus.gateway.surveys.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.SurveyRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Rows and results of a portion as JSON: each row with its line and cells, each result with its class and figures or
/// with the reason of its refusal.
final class PortionCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private PortionCodec() {}

    static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] rows(List<SurveyRow> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(rows.size());
        for (SurveyRow row : rows) {
            ArrayNode one = all.addArray().add(row.line());
            row.cells().forEach(one::add);
        }
        return write(all);
    }

    static List<SurveyRow> rows(byte[] json) {
        List<SurveyRow> rows = new ArrayList<>();
        for (JsonNode row : tree(json)) {
            List<String> cells = new ArrayList<>(row.size() - 1);
            for (int cell = 1; cell < row.size(); cell++) {
                cells.add(row.get(cell).textValue());
            }
            rows.add(new SurveyRow(row.get(0).longValue(), cells));
        }
        return rows;
    }

    static byte[] results(List<RowResult> results) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(results.size());
        for (RowResult result : results) {
            switch (result) {
                case RefusedRow(String reason) -> all.add(reason);
                case ClassifiedRow classified -> all.add(object(classified));
            }
        }
        return write(all);
    }

    static List<RowResult> results(byte[] json) {
        List<RowResult> results = new ArrayList<>();
        for (JsonNode result : tree(json)) {
            results.add(result.isTextual() ? new RefusedRow(result.textValue()) : classified(result));
        }
        return results;
    }

    private static ObjectNode object(ClassifiedRow classified) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("class", classified.sourceClass());
        ObjectNode probabilities = object.putObject("probabilities");
        classified.probabilities().forEach(probabilities::put);
        object.put("margin", classified.margin());
        object.put("outlier", classified.outlierMeasure());
        classified.falseAlarm().ifPresent(share -> object.put("false_alarm", share));
        ArrayNode alternatives = object.putArray("alternatives");
        classified.alternatives().forEach(alternatives::add);
        object.put("model", classified.model());
        return object;
    }

    private static ClassifiedRow classified(JsonNode object) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        object.path("probabilities")
                .properties()
                .forEach(entry ->
                        probabilities.put(entry.getKey(), entry.getValue().doubleValue()));
        List<String> alternatives = new ArrayList<>();
        object.path("alternatives").forEach(alternative -> alternatives.add(alternative.textValue()));
        JsonNode falseAlarm = object.path("false_alarm");
        return new ClassifiedRow(
                object.path("class").textValue(),
                probabilities,
                object.path("margin").doubleValue(),
                object.path("outlier").doubleValue(),
                falseAlarm.isNumber() ? OptionalDouble.of(falseAlarm.doubleValue()) : OptionalDouble.empty(),
                alternatives,
                object.path("model").textValue());
    }
}
