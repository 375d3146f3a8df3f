package io.lynceus.labels.exchange;

import static io.lynceus.labels.exchange.ExportTable.Kind.COUNT;
import static io.lynceus.labels.exchange.ExportTable.Kind.NUMBER;
import static io.lynceus.labels.exchange.ExportTable.Kind.TEXT;
import static io.lynceus.labels.exchange.ExportTable.Kind.TIME;
import static io.lynceus.labels.exchange.ExportTable.Kind.WORDS;
import static io.lynceus.labels.exchange.ExportTable.Kind.YES_NO;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table of votes for export, with the meaning of its columns.
public enum ExportTable {
    /// A row for every vote, in the order in which they came in.
    VOTES(
            new Column("classification_id", COUNT, "Number of the vote here", "classification_id"),
            new Column("user_name", WORDS, "Pseudonym; imported ones begin with the import's name", "user_name"),
            new Column("subject_id", TEXT, "Id of the source", "subject_id"),
            new Column("created_at", TIME, "When the vote was cast", "created_at"),
            new Column("answer", TEXT, "AGN, Star, XRB, CV, Other or Unsure", "annotations"),
            new Column("comment", WORDS, "What the volunteer added", "annotations"),
            new Column("time_spent_s", NUMBER, "From sight to answer [s]", "metadata: started_at, finished_at"),
            new Column("hints", TEXT, "Categories that spoke for the answer, with ; between them", "annotations"),
            new Column("gold", YES_NO, "Whether the source's class is known", "gold_standard"),
            new Column("counted", YES_NO, "Whether the vote counts in the consensus", ""),
            new Column("import_name", TEXT, "Import that the vote came with", ""),
            new Column("imported_id", TEXT, "Its id there", "classification_id"),
            new Column("imported_at", TIME, "When it was imported", "")),
    /// A row for every source with votes whose class is not known.
    AGGREGATES(
            new Column("subject_id", TEXT, "Id of the source", "subject_id"),
            new Column("name", TEXT, "Name of the source", ""),
            new Column("ra_deg", NUMBER, "Right ascension, ICRS [deg]", ""),
            new Column("dec_deg", NUMBER, "Declination, ICRS [deg]", ""),
            new Column("classifier_class", TEXT, "The classifier's class", ""),
            new Column("consensus", TEXT, "Class that the votes agree on", "data.most_likely"),
            new Column("confidence", NUMBER, "Probability of that class, in (0, 1]", ""),
            new Column("agreement", NUMBER, "Share of the counted votes that name it, in (0, 1]", "data.agreement"),
            new Column("p_agn", NUMBER, "Posterior of AGN by the votes, in [0, 1]", ""),
            new Column("p_star", NUMBER, "Posterior of Star, in [0, 1]", ""),
            new Column("p_xrb", NUMBER, "Posterior of XRB, in [0, 1]", ""),
            new Column("p_cv", NUMBER, "Posterior of CV, in [0, 1]", ""),
            new Column("p_other", NUMBER, "Posterior of Other, in [0, 1]", ""),
            new Column("n_agn", COUNT, "Votes for AGN", "data.AGN"),
            new Column("n_star", COUNT, "Votes for Star", "data.Star"),
            new Column("n_xrb", COUNT, "Votes for XRB", "data.XRB"),
            new Column("n_cv", COUNT, "Votes for CV", "data.CV"),
            new Column("n_other", COUNT, "Votes for Other", "data.Other"),
            new Column("n_unsure", COUNT, "Votes for Unsure", "data.Unsure"),
            new Column("classification_count", COUNT, "All votes", "classifications_count"),
            new Column("retired", YES_NO, "Whether nobody is asked about it any more", "retired_at")),
    /// A row for every source whose class is known.
    GOLD(
            new Column("subject_id", TEXT, "Id of the source", "subject_id"),
            new Column("name", TEXT, "Name of the source", ""),
            new Column("ra_deg", NUMBER, "Right ascension, ICRS [deg]", ""),
            new Column("dec_deg", NUMBER, "Declination, ICRS [deg]", ""),
            new Column("truth", TEXT, "Class that catalogues know it as", "gold_standard"),
            new Column("classifier_class", TEXT, "The classifier's class", ""),
            new Column("classification_count", COUNT, "All votes", "classifications_count"),
            new Column("right_count", COUNT, "Votes for the truth", "")),
    /// A row for every user, class and answer.
    CONFUSION(
            new Column("user_name", WORDS, "Pseudonym", "user_name"),
            new Column("truth", TEXT, "Class of the source", ""),
            new Column("answer", TEXT, "What the user said", ""),
            new Column("expected_votes", NUMBER, "Votes of that kind, in expectation [votes]", ""));

    /// What a column holds. `WORDS` are a person's own, and can be anything; whole numbers are a `COUNT`.
    public enum Kind {
        TEXT,
        WORDS,
        COUNT,
        NUMBER,
        YES_NO,
        TIME
    }

    /// @param zooniverse what Zooniverse calls it in exports of classifications or aggregations; empty if nothing
    ///     is alike
    public record Column(String name, Kind kind, String meaning, String zooniverse) {}

    private final List<Column> columns;

    ExportTable(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /// Its name in addresses and file names.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportTable> of(String title) {
        return Arrays.stream(values())
                .filter(table -> table.title().equals(title))
                .findFirst();
    }
}
