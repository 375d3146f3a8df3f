package io.lynceus.crossmatch.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void killedImportLeavesTheFormerVersionInUseAndTheNextOneClearsUp() throws IOException, InterruptedException {
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        CatalogueVersion former = store(catalogues, "one");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessImport.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        try {
            while (!firstRunIsWritten()) {
                assertTrue(child.isAlive(), () -> "the import ended by itself, see " + folder);
                Thread.sleep(Duration.ofMillis(20));
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertEquals(List.of(former), catalogues.inUse());
        assertEquals(1, catalogues.list().size());
        assertEquals(
                1,
                catalogues
                        .open(catalogues.inUse())
                        .getFirst()
                        .profile()
                        .statistics()
                        .rows());
        assertEquals(1, drafts());
        store(catalogues, "two");
        assertEquals(0, drafts());
    }

    private boolean firstRunIsWritten() throws IOException {
        try (Stream<Path> files =
                Files.find(folder, 3, (file, _) -> file.getFileName().toString().equals("run-0"))) {
            return files.findAny().isPresent();
        }
    }

    private long drafts() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve("sky"))) {
            return children.filter(child -> child.getFileName().toString().startsWith(".draft-"))
                    .count();
        }
    }

    private static CatalogueVersion store(CatalogueFolder catalogues, String id) {
        List<CatalogueEntry> entries = List.of(Skies.entry(id, new SkyPosition(12, 34), 0.1));
        return catalogues.store(
                new CatalogueProfile(
                        "sky",
                        "A sky",
                        new CatalogueRole.KnownClass("XRB"),
                        true,
                        1,
                        List.of(),
                        CatalogueStatistics.of(entries)),
                entries);
    }
}
