package io.lynceus.crossmatch.catalogue;

import java.util.List;
import java.util.Optional;

/// Result of reading a whole version of a catalogue.
///
/// @param provenance empty: it was not imported from a table
/// @param bytes size of its columns
/// @param columns names of its columns, sorted
/// @param rowsPerCell rows in every HEALPix cell of order [#MAP_ORDER]
public record CatalogueInspection(
        CatalogueVersion version,
        CatalogueProfile profile,
        Optional<CatalogueProvenance> provenance,
        long bytes,
        List<String> columns,
        List<Integer> rowsPerCell) {
    /// HEALPix order of the density map: 3072 cells of 13.4 square degrees.
    public static final int MAP_ORDER = 4;

    public CatalogueInspection {
        columns = List.copyOf(columns);
        rowsPerCell = List.copyOf(rowsPerCell);
    }
}
