package io.lynceus.gateway.surveys.files;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.gateway.surveys.Uploads;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.tables.MappingGuess;
import io.lynceus.tables.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Reads an uploaded catalogue into a survey: unpacks it, checks it for harmful content, and reads it row by row.
@ApplicationScoped
class CatalogueUpload implements Uploads {
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,200}");
    private static final int MOST_COLUMNS = 1_000;
    private static final String PACKED = ".gz";

    private final Surveys surveys;
    private final long mostBytes;
    private final long mostRows;

    CatalogueUpload(Surveys surveys, GatewayConfig config) {
        this.surveys = surveys;
        this.mostBytes = config.maxFileBytes();
        this.mostRows = config.maxSurveyRows();
    }

    /// @throws Problem if this is no table, or one that is too large
    @Override
    public String read(Optional<String> owner, String name, InputStream in) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalid("name is '" + name + "', must be the name of a file, without a folder");
        }
        String plain = name.toLowerCase(Locale.ROOT).endsWith(PACKED)
                ? name.substring(0, name.length() - PACKED.length())
                : name;
        try {
            Path folder = Files.createTempDirectory("survey");
            Path file = folder.resolve("table" + extension(plain));
            try {
                save(plain.equals(name) ? in : unpacked(in), file);
                ForeignFile.check(file);
                return load(owner, name, file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw Problem.invalid(name + " cannot be read as a table: " + e.getMessage());
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        if (!List.of(Table.KNOWN.split(",? or |, ")).contains(extension)) {
            throw Problem.invalid(
                    "name is '" + name + "', must end in " + Table.KNOWN + ", and in .gz if it is packed");
        }
        return extension;
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        return new GZIPInputStream(in);
    }

    private void save(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    throw Problem.invalid("the file has more than " + mostBytes + " bytes; send it in parts");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private String load(Optional<String> owner, String name, Path file) throws IOException {
        try (Table table = Table.open(file, Optional.empty())) {
            String id = surveys.open(owner, name);
            try {
                load(id, table);
                return id;
            } catch (IOException | RuntimeException e) {
                surveys.delete(id);
                throw e;
            }
        }
    }

    private void load(String id, Table table) throws IOException {
        List<Integer> kept = IntStream.range(0, table.columns().size())
                .filter(column -> !table.column(column).type().isArray())
                .boxed()
                .toList();
        List<Table.Column> columns = kept.stream().map(table::column).toList();
        require(columns);
        ColumnTypes types = new ColumnTypes(columns);
        List<SurveyRow> portion = new ArrayList<>(Surveys.PORTION);
        long rows = 0;
        int portions = 0;
        for (Optional<Table.Row> next = row(table); next.isPresent(); next = row(table)) {
            Table.Row row = next.get();
            List<String> cells = kept.stream()
                    .map(column ->
                            column < row.values().size() ? row.text(column).strip() : "")
                    .toList();
            types.look(cells);
            portion.add(new SurveyRow(row.line(), cells));
            if (++rows > mostRows) {
                throw Problem.invalid("the table has more than " + mostRows + " rows; send it in parts");
            }
            if (portion.size() == Surveys.PORTION) {
                surveys.add(id, portions++, portion);
                portion.clear();
            }
        }
        if (!portion.isEmpty()) {
            surveys.add(id, portions, portion);
        }
        if (rows == 0) {
            throw Problem.invalid("the table has no rows");
        }
        surveys.loaded(
                id,
                types.columns(),
                rows,
                Optional.of(MappingGuess.of(columns))
                        .filter(guess -> guess.missing().isEmpty())
                        .map(MappingGuess::mapping));
    }

    private static Optional<Table.Row> row(Table table) throws IOException {
        try {
            return table.next();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void require(List<Table.Column> columns) {
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw Problem.invalid(
                    "the table has " + columns.size() + " columns of single values, must have 1 to " + MOST_COLUMNS);
        }
        columns.stream()
                .filter(column -> !PRINTABLE.matcher(column.name()).matches())
                .findFirst()
                .ifPresent(column -> {
                    throw Problem.invalid("column " + (columns.indexOf(column) + 1)
                            + " has no name of 1 to 200 printable characters");
                });
        List<String> twice = columns.stream()
                .map(Table.Column::name)
                .filter(name -> columns.stream()
                                .filter(other -> other.name().equals(name))
                                .count()
                        > 1)
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw Problem.invalid("the table has two columns named " + String.join(", ", twice));
        }
    }
}
