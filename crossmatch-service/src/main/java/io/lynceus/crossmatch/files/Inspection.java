package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueVersion;
import io.lynceus.sky.Healpix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// What a version of a catalogue is found to hold.
///
/// @param bytes size of its columns
/// @param columns names of its columns, sorted
/// @param rowsPerCell rows in every HEALPix cell of order [#MAP_ORDER]
public record Inspection(
        CatalogueVersion version,
        CatalogueProfile profile,
        long bytes,
        List<String> columns,
        List<Integer> rowsPerCell) {
    /// HEALPix order of the density map: 3072 cells of 13.4 square degrees.
    public static final int MAP_ORDER = 4;

    public Inspection {
        columns = List.copyOf(columns);
        rowsPerCell = List.copyOf(rowsPerCell);
    }

    static Inspection of(MappedCatalogue catalogue, Path columns) throws IOException {
        return new Inspection(
                catalogue.version(),
                catalogue.profile(),
                Files.size(columns),
                catalogue.file().columns().keySet().stream()
                        .filter(name -> !name.endsWith(ColumnLayout.OFFSETS))
                        .sorted()
                        .toList(),
                IntStream.range(0, (int) Healpix.cellCount(MAP_ORDER))
                        .mapToObj(cell -> catalogue.index().count(MAP_ORDER, cell))
                        .toList());
    }
}
