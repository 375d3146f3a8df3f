package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.files.columns.ColumnFile;
import io.lynceus.crossmatch.files.columns.ColumnFileWriter;
import io.lynceus.crossmatch.files.columns.ColumnStream;
import io.lynceus.crossmatch.files.columns.RunningStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draft of a version in a folder of its own, moved to its place when it is complete and on the disk.
///
/// The folder is locked while its process lives, so that what a killed import left behind is known for it and deleted
/// by the next.
final class FolderDraft implements CatalogueDraft {
    private static final String PREFIX = ".draft-";
    private static final String LOCK = "lock";
    private static final int VERSION_CHARACTERS = 12;

    private final Path ofCatalogue;
    private final Path folder;
    private final FileChannel lock;
    private final ColumnFileWriter writer;
    private final List<RunningStatistics> statistics = new ArrayList<>();
    private byte[] digestOfColumns = {};

    private FolderDraft(Path ofCatalogue, Path folder, FileChannel lock, List<String> bands) {
        this.ofCatalogue = ofCatalogue;
        this.folder = folder;
        this.lock = lock;
        this.writer = new ColumnFileWriter(folder, bands);
    }

    /// @param ofCatalogue folder of all the catalogue's versions, made where it does not exist
    static FolderDraft in(Path ofCatalogue, List<String> bands) throws IOException {
        Files.createDirectories(ofCatalogue);
        deleteAbandoned(ofCatalogue);
        Path folder = Files.createTempDirectory(ofCatalogue, PREFIX);
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        try {
            return new FolderDraft(ofCatalogue, folder, lock, bands);
        } catch (IllegalArgumentException e) {
            lock.close();
            Folders.delete(folder);
            throw e;
        }
    }

    private static void deleteAbandoned(Path ofCatalogue) throws IOException {
        try (Stream<Path> children = Files.list(ofCatalogue)) {
            for (Path child : children.filter(
                            child -> child.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                if (isAbandoned(child.resolve(LOCK))) {
                    Folders.delete(child);
                }
            }
        }
    }

    private static boolean isAbandoned(Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                @Nullable FileLock held = channel.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public synchronized Intake intake() {
        RunningStatistics passing = new RunningStatistics();
        statistics.add(passing);
        ColumnFileWriter.Lane lane = writer.lane();
        return entry -> {
            passing.add(entry);
            try {
                lane.add(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public CatalogueStatistics finish() {
        Path columns = folder.resolve(CatalogueFolder.COLUMNS);
        try (Arena arena = Arena.ofConfined()) {
            digestOfColumns = writer.write(columns);
            return RunningStatistics.sum(statistics).of(ColumnFile.open(columns, arena));
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue cannot be stored in " + ofCatalogue + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CatalogueVersion activate(CatalogueProfile profile, Optional<CatalogueProvenance> provenance) {
        try {
            byte[] manifest = Manifest.bytes(profile);
            Folders.writeThrough(folder.resolve(CatalogueFolder.MANIFEST), manifest);
            if (provenance.isPresent()) {
                Folders.writeThrough(
                        folder.resolve(ProvenanceDocument.NAME), ProvenanceDocument.bytes(provenance.get()));
            }
            MessageDigest digest = ColumnStream.sha256();
            digest.update(manifest);
            digest.update(digestOfColumns);
            String version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARACTERS);
            publish(ofCatalogue.resolve(version));
            Folders.pointTo(version, ofCatalogue);
            return new CatalogueVersion(profile.name(), version);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue cannot be stored in " + ofCatalogue + ": " + e.getMessage(), e);
        }
    }

    private void publish(Path version) throws IOException {
        Files.delete(folder.resolve(LOCK));
        Folders.synchronise(folder);
        if (!Files.exists(version)) {
            try {
                Files.move(folder, version, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException sameContents) {
                // Another import of the same contents got there first.
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
