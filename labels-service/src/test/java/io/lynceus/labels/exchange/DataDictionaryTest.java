package io.lynceus.labels.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataDictionaryTest {
    @ParameterizedTest
    @EnumSource
    void pageHasTheColumnsOfTheTableInTheirOrder(ExportTable table) throws IOException {
        Path page = Path.of(System.getProperty("lynceus.root", ".."), "docs", "labels-exports.md");
        List<String> lines = Files.readAllLines(page);
        int heading = lines.indexOf("### " + table.title());
        List<String> written = lines.stream()
                .skip(heading)
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertEquals(
                table.columns().stream()
                        .map(column -> "| %s | %s | %s | %s |"
                                .formatted(
                                        column.name(),
                                        column.kind().name().toLowerCase(Locale.ROOT),
                                        column.meaning(),
                                        column.zooniverse().isEmpty() ? "-" : column.zooniverse()))
                        .toList(),
                written);
    }
}
