package io.lynceus.engines;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The beginning of a command line that runs Java in a child process.
public final class ChildJvm {
    private ChildJvm() {}

    /// A JVM like this one, small, with a folder for temporary files of its own: native libraries are unpacked there,
    /// and one that is killed leaves them behind for its next start to delete.
    ///
    /// @param name of the child, for people
    /// @param folder where it works
    /// @param heapMegabytes heap limit [MB]
    public static List<String> line(String name, Path folder, int heapMegabytes) {
        Path temporary = Folders.create(folder).resolve("tmp-" + name);
        if (Files.exists(temporary)) {
            Folders.delete(temporary);
        }
        Folders.create(temporary);
        return new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                // The quick compiler alone: on two cores the other one takes more time than it gives back. The
                // suite was ready after 24 s rather than 44 s, and a survey of 20,000 detections went faster.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary));
    }
}
