package io.lynceus.gateway.notices.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/// Reads the fields of a notice, refusing what is of another type than the field's.
record NoticeFields(JsonNode notice) {

    OptionalDouble number(String field) {
        JsonNode value = notice.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw new NoticeRefused(field + " is " + value + ", must be a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    /// The first of several names that is there: schemas rename their fields.
    OptionalDouble number(List<String> fields) {
        return fields.stream()
                .map(this::number)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    double needed(String field, String unit) {
        return number(field).orElseThrow(() -> new NoticeRefused(field + " [" + unit + "] is missing"));
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(notice.path(field).textValue()).filter(text -> !text.isBlank());
    }

    Optional<double[]> numbers(List<String> fields) {
        return fields.stream()
                .map(notice::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .map(array -> StreamSupport.stream(array.spliterator(), false)
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray());
    }

    /// The notice's id: a text, or the first of several.
    String id() {
        JsonNode id = notice.path("id");
        JsonNode first = id.isArray() ? id.path(0) : id;
        if (!first.isTextual() && !first.isIntegralNumber() || first.asText().isBlank()) {
            throw new NoticeRefused("id is missing");
        }
        return first.asText();
    }
}
