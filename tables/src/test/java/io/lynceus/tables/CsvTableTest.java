package io.lynceus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    Path folder;

    @Test
    void quotedCellsHoldSeparatorsLineEndsAndQuotes() throws IOException {
        List<Table.Row> rows = rows("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"two\nlines\",z\nlast,\n", ',');
        assertEquals(
                List.of(
                        new Table.Row(2, List.of("x,y", "he said \"no\"")),
                        new Table.Row(3, List.of("two\nlines", "z")),
                        new Table.Row(5, List.of("last", ""))),
                rows);
    }

    @Test
    void anySeparatorAndAnyLineEndWillDo() throws IOException {
        assertEquals(
                List.of(new Table.Row(2, List.of("1", "2,5")), new Table.Row(3, List.of("", ""))),
                rows("\uFEFFa;b\r\n1;2,5\r\n;", ';'));
        assertEquals(List.of(new Table.Row(2, List.of("1", "2"))), rows("a b\r1 2\r", ' '));
    }

    @Test
    void blankLinesArePassedOverButCounted() throws IOException {
        assertEquals(List.of(new Table.Row(4, List.of("1", "2"))), rows("\na,b\n\n1,2\n\n", ','));
    }

    @Test
    void raggedRowsAreHandedOnAsTheyAre() throws IOException {
        assertEquals(
                List.of(new Table.Row(2, List.of("1")), new Table.Row(3, List.of("1", "2", "3"))),
                rows("a,b\n1\n1,2,3\n", ','));
    }

    private List<Table.Row> rows(String text, char separator) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), text.getBytes(StandardCharsets.UTF_8));
        List<Table.Row> rows = new ArrayList<>();
        try (Table table = Table.open(file, Optional.of(separator))) {
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
