package io.lynceus.crossmatch.files;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One column to be written, a value per row. Not a value: it holds its array as it is.
sealed interface Column {
    /// Up to 32 bytes of UTF-8.
    String name();

    int rows();

    record Longs(String name, long[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    record Doubles(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /// NaN where a row has no value.
    record Floats(String name, float[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /// Empty where a row has no text.
    record Texts(String name, List<byte[]> values) implements Column {
        static Texts of(String name, List<String> values) {
            return new Texts(
                    name,
                    values.stream()
                            .map(value -> value.getBytes(StandardCharsets.UTF_8))
                            .toList());
        }

        @Override
        public int rows() {
            return values.size();
        }
    }

    /// Bytes it takes in the file.
    default long bytes() {
        return switch (this) {
            case Longs(var _, var values) -> 8L * values.length;
            case Doubles(var _, var values) -> 8L * values.length;
            case Floats(var _, var values) -> 4L * values.length;
            case Texts(var _, var values) ->
                4L * (values.size() + 1)
                        + values.stream().mapToLong(text -> text.length).sum();
        };
    }

    /// Whether no row has a value: such a column need not be written.
    default boolean empty() {
        return switch (this) {
            case Longs(var _, var values) -> values.length == 0;
            case Doubles(var _, var values) -> values.length == 0;
            case Floats(var _, var values) -> allMissing(values);
            case Texts(var _, var values) -> values.stream().allMatch(text -> text.length == 0);
        };
    }

    private static boolean allMissing(float[] values) {
        int i = 0;
        while (i < values.length && Float.isNaN(values[i])) {
            i++;
        }
        return i == values.length;
    }
}
