package io.lynceus.crossmatch.files.importing;

import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueVersion;
import java.util.List;

/// What became of a table that was imported. `read` is the sum of the other counts.
///
/// @param version that was stored and is now in use
/// @param profile of the catalogue
/// @param read rows of the table
/// @param kept rows of the catalogue
/// @param notAccepted rows left out because the description does not accept their type
/// @param skipped rows that could not be used
/// @param examples the first of them, at most [#MOST_EXAMPLES]
public record ImportReport(
        CatalogueVersion version,
        CatalogueProfile profile,
        long read,
        long kept,
        long notAccepted,
        long skipped,
        List<SkippedRow> examples) {
    /// Skipped rows that are reported one by one, enough to see what is wrong with a table.
    public static final int MOST_EXAMPLES = 1000;

    public ImportReport {
        examples = List.copyOf(examples);
    }
}
