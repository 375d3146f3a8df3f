package io.lynceus.sky;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A row of a golden file, which a script in `src/test/reference` wrote.
record GoldenRow(List<String> cells) {
    static List<GoldenRow> of(String file) {
        var stream = Objects.requireNonNull(GoldenRow.class.getResourceAsStream("/golden/" + file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(2)
                    .map(line -> new GoldenRow(List.of(line.split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number(int column) {
        return Double.parseDouble(cells.get(column));
    }

    int order(int column) {
        return Integer.parseInt(cells.get(column));
    }

    SkyPosition position(int column) {
        return new SkyPosition(number(column), number(column + 1));
    }

    long[] longs(int column) {
        String text = cells.get(column);
        return text.isEmpty()
                ? new long[0]
                : Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
