package io.lynceus.crossmatch.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders of one catalogue: a folder per version, and a file with the name of the one in use.
final class Folders {
    private static final String CURRENT = "current";

    private Folders() {}

    /// Name of the version in use.
    static Optional<String> current(Path ofCatalogue) throws IOException {
        Path pointer = ofCatalogue.resolve(CURRENT);
        return Files.exists(pointer) ? Optional.of(Files.readString(pointer).strip()) : Optional.empty();
    }

    /// Puts a version to use, at once and for good.
    static void pointTo(String version, Path ofCatalogue) throws IOException {
        Path pointer = Files.createTempFile(ofCatalogue, ".", ".current");
        Files.delete(pointer);
        writeThrough(pointer, version.getBytes(StandardCharsets.US_ASCII));
        Files.move(
                pointer,
                ofCatalogue.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        synchronise(ofCatalogue);
    }

    /// Folders in a folder, sorted, but for those that are being written; none where it does not exist.
    static List<Path> in(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    static void writeThrough(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    static void synchronise(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes a folder of files, if it is there.
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
