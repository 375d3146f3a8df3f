package io.lynceus.gateway.accounts.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Tests of the pages in Chromium, by Node.
final class BrowserTests {
    private static final int LIMIT_SECONDS = 120;
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private BrowserTests() {}

    /// @param file of the folder `browser`
    /// @param suite address of the gateway
    /// @param folder for the log
    static void run(String file, String suite, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("browser.log");
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", "browser/" + file)
                .directory(ProvidersResource.web().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        node.environment().put("LYNCEUS_URL", suite);
        node.environment().put("CHROMIUM", chromium().toString());
        Process process = node.start();
        try {
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> text(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, process.exitValue(), () -> text(log));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    System.out.println("SKIPPED: there is no Chromium on the PATH");
                    return abort("there is no Chromium on the PATH");
                });
    }
}
