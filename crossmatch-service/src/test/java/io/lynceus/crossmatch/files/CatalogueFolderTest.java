package io.lynceus.crossmatch.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueInspection;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFolderTest {
    private static final SkyPosition HERE = new SkyPosition(12, 34);

    @TempDir
    Path folder;

    private CatalogueFolder catalogues;

    @BeforeEach
    void makeFolder() {
        catalogues = new CatalogueFolder(folder.resolve("not-there-yet"));
    }

    @Test
    void folderThatIsNotThereHoldsNothing() {
        assertEquals(List.of(), catalogues.list());
        assertEquals(List.of(), open());
    }

    /// Law 2 of [io.lynceus.crossmatch.catalogue.CatalogueStore].
    @Test
    void equalContentsAreOneVersion() {
        assertEquals(store("one"), store("one"));
        assertEquals(1, catalogues.list().size());
    }

    /// Law 3 of [io.lynceus.crossmatch.catalogue.CatalogueStore].
    @Test
    void versionStoredLastIsInUseAndTheOthersAreKept() {
        CatalogueVersion first = store("one");
        CatalogueVersion second = store("two");
        assertNotEquals(first, second);
        assertEquals(2, catalogues.list().size());
        assertEquals(List.of("two"), idsInUse());
        assertEquals(first, store("one"));
        assertEquals(List.of("one"), idsInUse());
    }

    /// Law 1 of [io.lynceus.crossmatch.catalogue.CatalogueStore].
    @Test
    void failedImportLeavesTheFormerVersionInUseAndNothingBehind() throws IOException {
        store("one");
        CatalogueEntry tooLong = Skies.entry("two", HERE, 0.1);
        CatalogueProfile profile = profile("sky", List.of("a band whose name does not fit the column file"), tooLong);
        assertThrows(IllegalArgumentException.class, () -> catalogues.store(profile, List.of(tooLong)));
        assertEquals(List.of("one"), idsInUse());
        try (Stream<Path> left = Files.list(folder.resolve("not-there-yet/sky"))) {
            assertEquals(2, left.count(), "the version and the pointer to it");
        }
    }

    @Test
    void severalReadersShareOneFileWhileANewVersionComes() {
        store("one");
        List<ReferenceCatalogue> before = open();
        List<ReferenceCatalogue> beside = open();
        store("two");
        assertEquals(List.of("one"), ids(before));
        assertEquals(List.of("one"), ids(beside));
    }

    @Test
    void truncatedFileIsRefusedByName() throws IOException {
        Path columns = columnsOf(store("one"));
        try (RandomAccessFile file = new RandomAccessFile(columns.toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        assertRefused("columns.bin is truncated");
        try (RandomAccessFile file = new RandomAccessFile(columns.toFile(), "rw")) {
            file.setLength(10);
        }
        assertRefused("columns.bin is truncated");
    }

    @Test
    void corruptFileIsRefusedByName() throws IOException {
        Path columns = columnsOf(store("one"));
        try (RandomAccessFile file = new RandomAccessFile(columns.toFile(), "rw")) {
            file.seek(file.length() - 3);
            file.write('!');
        }
        assertRefused("columns.bin is corrupt");
    }

    @Test
    void fileOfAnotherKindIsRefusedByName() throws IOException {
        Files.write(columnsOf(store("one")), new byte[1000]);
        assertRefused("columns.bin is no column file");
    }

    @Test
    void formerVersionCanBePutToUseAgain() {
        CatalogueVersion first = store("one");
        store("two");
        catalogues.activate(first);
        assertEquals(List.of("one"), idsInUse());
    }

    @Test
    void damagedVersionIsNotPutToUse() throws IOException {
        CatalogueVersion first = store("one");
        store("two");
        Files.write(columnsOf(first), new byte[1000]);
        assertThrows(UncheckedIOException.class, () -> catalogues.activate(first));
        assertEquals(List.of("two"), idsInUse());
    }

    @Test
    void versionInUseIsNotDeletedAndAnotherIsWhileItsReadersGoOn() {
        CatalogueVersion first = store("one");
        List<ReferenceCatalogue> before = open();
        assertThrows(IllegalArgumentException.class, () -> catalogues.delete(first));
        CatalogueVersion second = store("two");
        catalogues.delete(first);
        assertEquals(List.of("one"), ids(before));
        assertEquals(
                List.of(second),
                catalogues.list().stream().map(StoredVersion::version).toList());
        assertThrows(IllegalArgumentException.class, () -> catalogues.delete(first));
    }

    @Test
    void inspectionCountsTheRowsOfEveryCellAndFindsDamage() throws IOException {
        CatalogueVersion version = store("one");
        CatalogueInspection found = catalogues.inspect(version);
        assertEquals(1, found.rowsPerCell().get((int) Healpix.cell(CatalogueInspection.MAP_ORDER, HERE)));
        assertEquals(1, found.rowsPerCell().stream().mapToInt(Integer::intValue).sum());
        assertTrue(
                found.columns().contains("sigma_major_arcsec"), found.columns().toString());
        flip(columnsOf(version), 100);
        assertTrue(assertThrows(UncheckedIOException.class, () -> catalogues.inspect(version))
                .getMessage()
                .contains("directory"));
    }

    @Test
    void nameThatWouldLeaveTheFolderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> catalogues.draft("../elsewhere", List.of()));
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }

    private void assertRefused(String reason) {
        String message = assertThrows(UncheckedIOException.class, this::open).getMessage();
        assertTrue(message.contains(reason), message);
    }

    private List<String> idsInUse() {
        return ids(open());
    }

    private List<ReferenceCatalogue> open() {
        return catalogues.open(catalogues.inUse());
    }

    private static List<String> ids(List<ReferenceCatalogue> opened) {
        return opened.getFirst().entriesWithin(HERE, 1).stream()
                .map(CatalogueEntry::id)
                .toList();
    }

    private Path columnsOf(CatalogueVersion version) {
        return folder.resolve("not-there-yet", version.name(), version.version(), "columns.bin");
    }

    private CatalogueVersion store(String id) {
        CatalogueEntry entry = Skies.entry(id, HERE, 0.1);
        return catalogues.store(profile("sky", List.of(), entry), List.of(entry));
    }

    private static CatalogueProfile profile(String name, List<String> bands, CatalogueEntry entry) {
        return new CatalogueProfile(
                name,
                "A sky",
                new CatalogueRole.KnownClass("XRB"),
                true,
                1,
                bands,
                CatalogueStatistics.of(List.of(entry)));
    }
}
