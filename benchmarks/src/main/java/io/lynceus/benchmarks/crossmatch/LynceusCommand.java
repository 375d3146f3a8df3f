package io.lynceus.benchmarks.crossmatch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./lynceus` as a process, as the launcher starts it.
final class LynceusCommand {
    private LynceusCommand() {}

    /// `./lynceus catalogue`.
    ///
    /// @param folder of the suite, its catalogues in it
    static List<String> catalogue(Path folder, String... arguments) {
        List<String> line = line("catalogue");
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", folder.toString()));
        return line;
    }

    static List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.lynceus.standalone.Main"));
        line.addAll(List.of(arguments));
        return line;
    }
}
