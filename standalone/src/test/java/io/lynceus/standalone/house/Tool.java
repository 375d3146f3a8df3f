package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A program that a machine may lack; the test that needs it is then skipped, and says so.
record Tool(String name) {

    /// What the program wrote, and how it ended.
    record Result(int exitCode, String output, String errors) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        require(isInstalled(), name + " is not installed");
        Path output = Files.createTempFile("lynceus-", ".out");
        Path errors = Files.createTempFile("lynceus-", ".err");
        try {
            int exitCode = new ProcessBuilder(Stream.concat(Stream.of(name), Arrays.stream(arguments))
                            .toList())
                    .directory(Repository.ROOT.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start()
                    .waitFor();
            return new Result(
                    exitCode,
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private boolean isInstalled() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Skips the calling test visibly unless the condition holds.
    static void require(boolean condition, String reason) {
        if (!condition) {
            System.out.println("SKIPPED: " + reason);
        }
        assumeTrue(condition, reason);
    }
}
