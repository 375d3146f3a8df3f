package io.lynceus.crossmatch.files.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.StoredEntries;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckTableTest {
    private static final String ROWS =
            "SELECT i AS source_id, 10.0 + i AS ra, CAST(i AS FLOAT) AS dec, CASE WHEN i = 1 THEN NULL ELSE 18.5 END AS g"
                    + " FROM range(%d, %d) t(i)";

    @TempDir
    Path folder;

    @Test
    void parquetFileIsReadWithItsNumbersAndGaps() throws IOException, SQLException {
        write(folder.resolve("a.parquet"), 0, 3);
        try (Table table = TableFiles.open(folder.resolve("a.parquet"), Optional.empty())) {
            assertEquals(List.of("source_id", "ra", "dec", "g"), table.columns());
            assertEquals(OptionalLong.of(3), table.rows());
            List<List<String>> rows = new ArrayList<>();
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().cells());
            }
            assertEquals(
                    List.of(
                            List.of("0", "10.0", "0.0", "18.5"),
                            List.of("1", "11.0", "1.0", ""),
                            List.of("2", "12.0", "2.0", "18.5")),
                    rows);
        }
    }

    @Test
    void folderOfPartitionsIsImportedAsOneTable() throws IOException, SQLException {
        Path partitions = Files.createDirectories(folder.resolve("gaia/dataset/Norder=1/Dir=0"));
        write(partitions.resolve("Npix=4.parquet"), 0, 10);
        write(partitions.resolve("Npix=5.parquet"), 10, 25);
        write(folder.resolve("gaia/dataset/data_thumbnail.parquet"), 0, 5);
        Path description = Files.writeString(folder.resolve("gaia.yaml"), """
                name: gaia
                role: counterpart
                wavelength: optical
                sky_coverage_sq_deg: 1
                file: gaia
                columns: { id: source_id, ra: ra, dec: dec }
                magnitudes: { G: g }
                """);
        StoredEntries store = new StoredEntries();
        assertEquals(
                25,
                new CatalogueImport(store)
                        .run(description, (_, _) -> {})
                        .provenance()
                        .rowsKept());
        CatalogueEntry last = store.entries().getLast();
        assertEquals(34, last.position().raDeg());
        assertEquals(18.5, last.magnitudes().get("G"));
    }

    @Test
    void fileThatIsNoParquetIsRefusedByName() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.parquet"), "no parquet");
        String message = assertThrows(IOException.class, () -> TableFiles.open(broken, Optional.empty()))
                .getMessage();
        assertTrue(message.contains("broken.parquet"), message);
    }

    private static void write(Path file, int from, int to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + ROWS.formatted(from, to) + ") TO '" + file + "' (FORMAT parquet)");
        }
    }
}
