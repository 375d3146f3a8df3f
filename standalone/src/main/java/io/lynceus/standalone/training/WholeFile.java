package io.lynceus.standalone.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file completely or not at all: a stopped command leaves no half of one.
final class WholeFile {
    private WholeFile() {}

    /// Writes beside the file and then puts it in its place; missing folders are made.
    static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Path draft = target.resolveSibling("." + target.getFileName() + ".part");
            try {
                Files.writeString(draft, text);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
