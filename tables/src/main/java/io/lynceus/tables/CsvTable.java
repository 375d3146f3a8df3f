package io.lynceus.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comma-separated values after RFC 4180, with any separator and any line end.
///
/// A quoted cell may hold separators, line ends and doubled quotes. Bytes that are no UTF-8 become replacement
/// characters: a broken name is better than a lost catalogue. Blank lines are passed over.
final class CsvTable implements Table {
    private static final int END = -1;

    private final BufferedReader in;
    private final char separator;
    private final List<String> columns;
    private long line = 1;

    private CsvTable(BufferedReader in, char separator, Path file) throws IOException {
        this.in = in;
        this.separator = separator;
        this.columns = next().orElseThrow(() -> new IOException(file + " is empty")).cells().stream()
                .map(String::strip)
                .toList();
    }

    static CsvTable open(Path file, char separator) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        try {
            in.mark(1);
            if (in.read() != '\uFEFF') {
                in.reset();
            }
            return new CsvTable(in, separator, file);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            long firstLine = line;
            List<String> cells = new ArrayList<>();
            int end = separator;
            while (end == separator) {
                StringBuilder cell = new StringBuilder();
                end = cell(cell);
                cells.add(cell.toString());
            }
            boolean blank = cells.size() == 1 && cells.getFirst().isBlank();
            if (!blank) {
                return Optional.of(new Row(firstLine, cells));
            }
            if (end == END) {
                return Optional.empty();
            }
        }
    }

    /// Reads one cell and returns what ended it: the separator, a line feed or the end of the file.
    private int cell(StringBuilder cell) throws IOException {
        boolean quoted = false;
        while (true) {
            int c = in.read();
            if (c == END) {
                return END;
            }
            if (quoted) {
                if (c == '"' && !followedBy('"')) {
                    quoted = false;
                } else {
                    line += c == '\n' ? 1 : 0;
                    cell.append((char) c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                return c;
            } else if (c == '\n' || c == '\r') {
                if (c == '\r') {
                    followedBy('\n');
                }
                line++;
                return '\n';
            } else {
                cell.append((char) c);
            }
        }
    }

    /// Passes over the next character if it is this one.
    private boolean followedBy(char expected) throws IOException {
        in.mark(1);
        if (in.read() == expected) {
            return true;
        }
        in.reset();
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
