package io.lynceus.crossmatch.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {
    @TempDir
    Path folder;

    /// A process that reads, and what goes in and out of it.
    private record Reader(Process process, Writer in, BufferedReader out) {
        static Reader of(Process process) {
            return new Reader(process, process.outputWriter(), process.inputReader());
        }

        void ask() throws IOException {
            in.write("search\n");
            in.flush();
        }

        /// Inodes of the column files it has mapped.
        Set<String> mapped() throws IOException {
            try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(process.pid()), "maps"))) {
                return maps.filter(line -> line.contains(CatalogueFolder.COLUMNS))
                        .map(line -> line.split(" +")[4])
                        .collect(Collectors.toSet());
            }
        }
    }

    @Test
    @Timeout(60)
    void processesShareOneFileAndKeepTheirAnswersWhenItIsReplacedAndDeleted() throws IOException, InterruptedException {
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        CatalogueVersion former = CatalogueProcess.store(catalogues, 1);
        String answer = CatalogueProcess.expected(1);
        assertTrue(answer.contains("1."), "the answer has no entry");
        List<Reader> readers = List.of(Reader.of(start("read")), Reader.of(start("read")));
        try {
            assertAnswer(answer, readers);
            if (Files.isDirectory(Path.of("/proc/self"))) {
                assertEquals(1, readers.getFirst().mapped().size());
                assertEquals(readers.getFirst().mapped(), readers.getLast().mapped());
            }
            Process third = start("replace");
            while (third.isAlive()) {
                assertAnswer(answer, readers);
            }
            assertEquals(0, third.waitFor());
            assertNotEquals(List.of(former), catalogues.inUse());
            assertThrows(UncheckedIOException.class, () -> catalogues.open(List.of(former)));
            assertAnswer(answer, readers);
            Reader late = Reader.of(start("read"));
            try {
                assertAnswer(CatalogueProcess.expected(2), List.of(late));
            } finally {
                late.process.destroy();
            }
        } finally {
            readers.forEach(reader -> reader.process.destroy());
        }
    }

    /// Asks all before it reads what one of them says, so that they search at the same time.
    private static void assertAnswer(String expected, List<Reader> readers) throws IOException {
        for (Reader reader : readers) {
            reader.ask();
        }
        for (Reader reader : readers) {
            assertEquals(expected, reader.out.readLine());
        }
    }

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CatalogueProcess.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
