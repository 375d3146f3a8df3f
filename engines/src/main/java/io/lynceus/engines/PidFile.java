package io.lynceus.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Remembers one process across the death of its parent.
///
/// A process id alone proves nothing, because the system gives it away again: the remembered process is the one with
/// that id, that start time, and a command line that names the folder.
///
/// The file `<name>.pid` has two lines: process id, start time [ms since 1970].
record PidFile(Path folder, String name) {

    /// Start times of one process may differ by this much, because the system derives them from its boot time.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        String text = process.pid() + "\n"
                + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli() + "\n";
        try {
            Files.createDirectories(folder);
            Files.writeString(path(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the remembered process if it still runs, and forgets it.
    void reap() {
        remembered().ifPresent(process -> {
            process.destroyForcibly();
            try {
                var unused = process.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new EngineFailure("process " + process.pid() + ", left over in " + folder + ", does not end", e);
            }
        });
        delete();
    }

    /// The remembered process, if it is the same one and still runs.
    Optional<ProcessHandle> remembered() {
        try {
            if (!Files.exists(path())) {
                return Optional.empty();
            }
            String[] lines = Files.readString(path()).split("\n", -1);
            if (lines.length < 2) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines[0]);
            Instant start = Instant.ofEpochMilli(Long.parseLong(lines[1]));
            return ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(now -> Duration.between(start, now).abs().compareTo(START_TOLERANCE) <= 0)
                            .isPresent())
                    .filter(this::namesFolder);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean namesFolder(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }

    private Path path() {
        return folder.resolve(name + ".pid");
    }
}
