package io.lynceus.crossmatch.catalogue;

import java.util.List;

/// Result of importing a table.
///
/// @param version that was stored and is now in use
/// @param profile of the catalogue
/// @param provenance of this import; the version keeps that of its first one
/// @param examples the first of the rows that were skipped, at most [#MOST_EXAMPLES]
public record ImportReport(
        CatalogueVersion version, CatalogueProfile profile, CatalogueProvenance provenance, List<SkippedRow> examples) {
    /// Skipped rows that are reported one by one, enough to see what is wrong with a table.
    public static final int MOST_EXAMPLES = 1000;

    public ImportReport {
        examples = List.copyOf(examples);
    }
}
