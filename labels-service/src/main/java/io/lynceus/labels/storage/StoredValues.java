package io.lynceus.labels.storage;

import io.lynceus.labels.voting.Answer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values of the domain as the tables hold them.
public final class StoredValues {
    private StoredValues() {}

    /// The answer of a stored label.
    public static Answer answer(String label) {
        return Answer.of(label).orElseThrow(() -> new IllegalStateException("unknown answer in table votes: " + label));
    }

    static Optional<Answer> answerOrEmpty(@Nullable String label) {
        return Optional.ofNullable(label).map(StoredValues::answer);
    }

    static OptionalDouble optional(Row row, String column) {
        Double value = row.getDouble(column);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// Numbers by name, from an array of names and one of numbers.
    static Map<String, Double> numbers(Row row, String names, String numbers) {
        String[] keys = row.getArrayOfStrings(names);
        Double[] values = row.getArrayOfDoubles(numbers);
        return IntStream.range(0, keys.length).boxed().collect(Collectors.toMap(i -> keys[i], i -> values[i]));
    }

    static double[] array(Row row, String column) {
        return Arrays.stream(row.getArrayOfDoubles(column))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /// An array as text, for `unnest` would flatten arrays of arrays.
    static String literal(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
