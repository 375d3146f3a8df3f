package io.lynceus.labels.exchange.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.lynceus.labels.exchange.ExportTable;
import io.lynceus.labels.exchange.ExportTable.Kind;
import io.lynceus.labels.exchange.Exports;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180) in UTF-8, with a header; missing values are empty.
final class CsvTable {
    /// What a spreadsheet takes for the beginning of a formula, and the apostrophe that says it is none: with it
    /// doubled, taking one away gives back what was said.
    ///
    /// Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
    private static final String FORMULA = "=+-@\t\r'";

    private CsvTable() {}

    /// @param guarded whether words that begin like a formula get an apostrophe, for people with spreadsheets
    static void write(Exports exports, ExportTable table, boolean guarded, OutputStream out) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        table.columns().forEach(column -> schema.addColumn(column.name()));
        try (Exports.Rows rows = exports.open(table);
                SequenceWriter writer = new CsvMapper()
                        .writer(schema.build())
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .writeValues(out)) {
            writer.init(false);
            List<List<@Nullable Object>> some = rows.next();
            while (!some.isEmpty()) {
                for (List<@Nullable Object> values : some) {
                    writer.write(cells(table, guarded, values));
                }
                some = rows.next();
            }
        }
    }

    private static List<@Nullable Object> cells(ExportTable table, boolean guarded, List<@Nullable Object> values) {
        List<@Nullable Object> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            boolean words = guarded && table.columns().get(i).kind() == Kind.WORDS;
            Object value = values.get(i);
            cells.add(
                    switch (value) {
                        case Instant time -> time.toString();
                        case String text when words -> guarded(text);
                        // The writer would leave a null out, and the cells after it would move.
                        case null -> "";
                        default -> value;
                    });
        }
        return cells;
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
