package io.lynceus.labels.exchange.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.exchange.ImportMapping;
import io.lynceus.labels.exchange.ImportedRow;
import io.lynceus.labels.exchange.ImportedRow.ImportedVote;
import io.lynceus.labels.exchange.ImportedRow.RejectedRow;
import io.lynceus.labels.exchange.ImportedRow.SkippedRow;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Vote;
import io.lynceus.labels.voting.VoteDetails;
import io.lynceus.runtime.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The rows of a classification export of Zooniverse, read one at a time from a file.
///
/// The columns `classification_id`, `user_name`, `created_at`, `annotations` and `subject_data` are needed. The columns
/// `workflow_id` and `metadata` (`started_at`, `finished_at`) are read if present. Volunteers are named
/// `<import>:<user_name>`, so that they differ from users of the same name here. Not thread-safe.
///
/// Source: Zooniverse, Data exports, https://help.zooniverse.org/next-steps/data-exports.
final class ZooniverseExport implements Iterable<ImportedRow>, AutoCloseable {
    private static final List<String> NEEDED =
            List.of("classification_id", "user_name", "created_at", "annotations", "subject_data");
    /// E.g. `2019-02-07 14:16:33 UTC`.
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final Duration DAY = Duration.ofDays(1);

    private final String name;
    private final ImportMapping mapping;
    private final Path csv;
    private final List<MappingIterator<Map<String, String>>> opened = new ArrayList<>();

    ZooniverseExport(String name, ImportMapping mapping, Path csv) {
        this.name = name;
        this.mapping = mapping;
        this.csv = csv;
    }

    /// Reads the file from its beginning.
    ///
    /// @throws Problem if needed columns are missing
    @Override
    public Iterator<ImportedRow> iterator() {
        try {
            MappingIterator<Map<String, String>> rows = new CsvMapper()
                    .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(Files.newBufferedReader(csv));
            opened.add(rows);
            rows.hasNextValue();
            CsvSchema header = (CsvSchema) rows.getParserSchema();
            List<String> missing = NEEDED.stream()
                    .filter(column -> header.column(column) == null)
                    .toList();
            if (!missing.isEmpty()) {
                throw Problem.badRequest("columns " + String.join(", ", missing)
                        + " are missing; export the classifications of a Zooniverse project as CSV");
            }
            return new Rows(rows);
        } catch (JacksonException e) {
            throw Problem.badRequest("this is no CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (MappingIterator<Map<String, String>> rows : opened) {
            rows.close();
        }
    }

    /// Not thread-safe.
    private final class Rows implements Iterator<ImportedRow> {
        private final MappingIterator<Map<String, String>> rows;
        private boolean ended = false;

        Rows(MappingIterator<Map<String, String>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            try {
                return !ended && rows.hasNextValue();
            } catch (JacksonException e) {
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ImportedRow next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            long line = 0;
            try {
                line = rows.getCurrentLocation().getLineNr();
                return row(line, rows.nextValue());
            } catch (JacksonException e) {
                ended = true;
                return new RejectedRow(line, "the file cannot be read from here on: " + e.getOriginalMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ImportedRow row(long line, Map<String, String> row) {
        String workflow = row.getOrDefault("workflow_id", "");
        if (!mapping.workflows().isEmpty() && !mapping.workflows().contains(workflow)) {
            return new SkippedRow(line);
        }
        try {
            return new ImportedVote(
                    line,
                    cell(row, "classification_id"),
                    new Vote(
                            source(json(row, "subject_data")),
                            name + ":" + cell(row, "user_name"),
                            answer(json(row, "annotations")),
                            null,
                            created(cell(row, "created_at")),
                            new VoteDetails(timeSpentS(row), Set.of())));
        } catch (IllegalArgumentException e) {
            return new RejectedRow(line, String.valueOf(e.getMessage()));
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(column + " is missing");
        }
        return value;
    }

    private static JsonNode json(Map<String, String> row, String column) {
        try {
            return Wire.tree(cell(row, column).getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(column + " is no JSON: " + e.getMessage(), e);
        }
    }

    private static Instant created(String text) {
        try {
            return text.endsWith("UTC") ? CREATED.parse(text, Instant::from) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "created_at is \"" + text + "\", must be like 2019-02-07 14:16:33 UTC", e);
        }
    }

    private Answer answer(JsonNode annotations) {
        for (JsonNode annotation : annotations) {
            if (annotation.path("task").asText().equals(mapping.task())) {
                JsonNode value = annotation.path("value");
                String given = (value.isArray() && value.size() == 1 ? value.get(0) : value).asText();
                return Optional.ofNullable(mapping.answers().get(given))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "answer \"" + given + "\" to task " + mapping.task() + " is not in the mapping"));
            }
        }
        throw new IllegalArgumentException("annotations have no task " + mapping.task());
    }

    /// The data of a subject stand under the subject's id there.
    private String source(JsonNode subjects) {
        for (JsonNode subject : subjects) {
            String id = subject.path(mapping.subject()).asText();
            if (!id.isBlank()) {
                return id;
            }
        }
        throw new IllegalArgumentException("subject_data has no " + mapping.subject());
    }

    /// Where the clock of the browser says something else than a time of up to a day, nothing is known.
    private static OptionalDouble timeSpentS(Map<String, String> row) {
        try {
            JsonNode metadata = json(row, "metadata");
            Duration spent = Duration.between(
                    Instant.parse(metadata.path("started_at").asText()),
                    Instant.parse(metadata.path("finished_at").asText()));
            return spent.isNegative() || spent.compareTo(DAY) > 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(spent.toMillis() / 1e3);
        } catch (IllegalArgumentException | DateTimeException e) {
            return OptionalDouble.empty();
        }
    }
}
