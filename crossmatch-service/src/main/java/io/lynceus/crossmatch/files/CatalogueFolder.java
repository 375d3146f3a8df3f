package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.CatalogueEntry;
import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueStore;
import io.lynceus.crossmatch.CatalogueVersion;
import io.lynceus.crossmatch.ReferenceCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of catalogue versions: `<name>/<version>/`, with `<name>/current` naming the one in use.
///
/// A version's name is the start of the SHA-256 of its manifest and columns, so equal contents have equal versions.
/// A version is written under a name that starts with a dot and renamed when it is whole and on the disk.
public final class CatalogueFolder implements CatalogueStore {
    private static final String COLUMNS = "columns.bin";
    private static final String MANIFEST = "manifest.json";
    private static final String CURRENT = "current";
    private static final int VERSION_CHARACTERS = 12;

    private final Path folder;

    /// @param folder made where it does not exist yet
    public CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public CatalogueVersion store(CatalogueProfile profile, List<CatalogueEntry> entries) {
        try {
            Path ofCatalogue = Files.createDirectories(folder.resolve(profile.name()));
            Path draft = Files.createTempDirectory(ofCatalogue, ".draft-");
            try {
                Path columns = draft.resolve(COLUMNS);
                ColumnFileWriter.write(columns, entries.size(), CatalogueColumns.of(entries, profile.bands()));
                byte[] manifest = Manifest.bytes(profile);
                writeThrough(draft.resolve(MANIFEST), manifest);
                String version = digest(manifest, columns);
                publish(draft, ofCatalogue.resolve(version));
                Path pointer = draft.resolveSibling(draft.getFileName() + ".current");
                writeThrough(pointer, version.getBytes(StandardCharsets.US_ASCII));
                Files.move(
                        pointer,
                        ofCatalogue.resolve(CURRENT),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                synchronise(ofCatalogue);
                return new CatalogueVersion(profile.name(), version);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + profile.name() + " cannot be stored in " + folder, e);
        }
    }

    /// All versions, sorted by catalogue and version.
    public List<StoredVersion> list() {
        List<StoredVersion> versions = new ArrayList<>();
        try {
            for (Path ofCatalogue : foldersIn(folder)) {
                Optional<String> current = currentOf(ofCatalogue);
                for (Path ofVersion : foldersIn(ofCatalogue)) {
                    String name = ofVersion.getFileName().toString();
                    CatalogueProfile profile = Manifest.read(ofVersion.resolve(MANIFEST));
                    versions.add(new StoredVersion(
                            new CatalogueVersion(profile.name(), name),
                            profile,
                            current.map(name::equals).orElse(false)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("catalogues in " + folder + " cannot be listed", e);
        }
        return versions;
    }

    /// The version in use of every catalogue, sorted by name.
    public List<CatalogueVersion> inUse() {
        List<CatalogueVersion> versions = new ArrayList<>();
        try {
            for (Path ofCatalogue : foldersIn(folder)) {
                currentOf(ofCatalogue)
                        .ifPresent(version -> versions.add(
                                new CatalogueVersion(ofCatalogue.getFileName().toString(), version)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("catalogues in " + folder + " cannot be listed", e);
        }
        return versions;
    }

    /// Opens versions read-only. They stay mapped for as long as somebody holds them.
    ///
    /// @throws UncheckedIOException where one is missing, truncated or corrupt; says which
    public List<ReferenceCatalogue> open(List<CatalogueVersion> versions) {
        List<ReferenceCatalogue> catalogues = new ArrayList<>();
        for (CatalogueVersion version : versions) {
            Path ofVersion = folder.resolve(version.name()).resolve(version.version());
            try {
                catalogues.add(new MappedCatalogue(
                        Manifest.read(ofVersion.resolve(MANIFEST)),
                        version,
                        ColumnFile.open(ofVersion.resolve(COLUMNS), Arena.ofAuto())));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "catalogue " + version.name() + " cannot be opened: " + e.getMessage(), e);
            }
        }
        return catalogues;
    }

    private static Optional<String> currentOf(Path ofCatalogue) throws IOException {
        Path pointer = ofCatalogue.resolve(CURRENT);
        return Files.exists(pointer) ? Optional.of(Files.readString(pointer).strip()) : Optional.empty();
    }

    private static List<Path> foldersIn(Path parent) throws IOException {
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

    private static void publish(Path draft, Path version) throws IOException {
        synchronise(draft);
        if (!Files.exists(version)) {
            try {
                Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException sameContents) {
                // Another import of the same contents got there first.
                return;
            }
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static void synchronise(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String digest(byte[] manifest, Path columns) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        digest.update(manifest);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(columns)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARACTERS);
    }

    private static void delete(Path draft) throws IOException {
        if (Files.exists(draft)) {
            try (Stream<Path> files = Files.list(draft)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(draft);
        }
    }
}
