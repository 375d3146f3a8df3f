package io.lynceus.gateway.vo.rest;

import io.lynceus.runtime.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How a table is written.
public enum TableFormat {
    /// VOTable, rows as XML elements.
    TABLEDATA(
            "votable",
            "text/xml;content=x-votable",
            "vot",
            List.of(
                    "votable/td",
                    "application/x-votable+xml;serialization=tabledata",
                    "application/x-votable+xml",
                    "text/xml",
                    "text/xml;content=x-votable")),
    /// VOTable, rows as bytes in base 64.
    BINARY2(
            "votable/b2",
            "text/xml;content=x-votable",
            "vot",
            List.of("application/x-votable+xml;serialization=binary2")),
    /// Comma-separated values under a line of names.
    CSV("csv", "text/csv", "csv", List.of("text/csv", "text/csv;header=present"));

    private final String shortName;
    private final String mediaType;
    private final String extension;
    private final List<String> alsoKnownAs;

    TableFormat(String shortName, String mediaType, String extension, List<String> alsoKnownAs) {
        this.shortName = shortName;
        this.mediaType = mediaType;
        this.extension = extension;
        this.alsoKnownAs = alsoKnownAs;
    }

    /// The format of a RESPONSEFORMAT: a media type or a short name (DALI 1.1, section 3.4.3).
    ///
    /// @throws Problem 400 with what is known
    static TableFormat ofMediaType(String responseFormat) {
        // A plus that was not percent-encoded arrives as a space.
        String wanted = responseFormat
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*;\\s*", ";")
                .replace(' ', '+');
        return Stream.of(values())
                .filter(format -> format.shortName.equals(wanted) || format.alsoKnownAs.contains(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("RESPONSEFORMAT is '" + responseFormat
                        + "', must be votable, votable/td, votable/b2, csv or the media type of one of them"));
    }

    /// @throws Problem 400 with what is known
    public static TableFormat ofShortName(String format) {
        return Stream.of(values())
                .filter(known -> known.shortName.equals(format))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badRequest("format is '" + format + "', must be json, votable, votable/b2 or csv"));
    }

    public String mediaType() {
        return mediaType;
    }

    /// File extension without the dot.
    public String extension() {
        return extension;
    }
}
