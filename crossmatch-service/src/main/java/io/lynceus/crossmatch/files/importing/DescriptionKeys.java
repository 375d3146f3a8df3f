package io.lynceus.crossmatch.files.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Mapping in a YAML description, read key by key. Error messages give the key's full name.
///
/// @param where name of the mapping within its document, with a trailing dot, or the document's own with a colon
/// @param values by key
record DescriptionKeys(String where, Map<String, Object> values) {
    static DescriptionKeys of(String where, Object mapping) {
        if (!(mapping instanceof Map<?, ?> map)) {
            throw new InvalidDescription(where + " must be a mapping of keys to values, is " + mapping);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                values.put(String.valueOf(key), value);
            }
        });
        return new DescriptionKeys(where, values);
    }

    /// Refuses any key that is not known.
    DescriptionKeys onlyWith(Set<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new InvalidDescription(
                        where + key + " is not known here; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw new InvalidDescription(where + key + " must be one value, is " + value);
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    String requiredText(String key) {
        return text(key)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new InvalidDescription(where + key + " is missing"));
    }

    OptionalDouble number(String key) {
        Object value = values.get(key);
        return switch (value) {
            case null -> OptionalDouble.empty();
            case Number number -> OptionalDouble.of(number.doubleValue());
            default -> throw new InvalidDescription(where + key + " is '" + value + "', must be a number");
        };
    }

    OptionalDouble positive(String key, String unit) {
        OptionalDouble value = number(key);
        if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new InvalidDescription(where + key + " is " + value.getAsDouble() + ", must be > 0 " + unit);
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        return switch (values.get(key)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            case Object value ->
                throw new InvalidDescription(where + key + " is '" + value + "', must be true or false");
        };
    }

    /// The mapping under a key; an empty one where there is none.
    DescriptionKeys mapping(String key) {
        Object value = values.get(key);
        return value == null
                ? new DescriptionKeys(where + key + ".", Map.of())
                : DescriptionKeys.of(where + key + ".", value);
    }

    /// The list under a key, as texts.
    List<String> texts(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw new InvalidDescription(where + key + " must be a list, is " + values.get(key));
        }
        return list.stream().map(String::valueOf).toList();
    }
}
