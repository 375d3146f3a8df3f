package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.catalogue.CatalogueDraft;
import io.lynceus.crossmatch.catalogue.CatalogueInspection;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueStore;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.CatalogueVersions;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.crossmatch.files.columns.ColumnFile;
import io.lynceus.crossmatch.files.search.CatalogueRows;
import io.lynceus.crossmatch.files.search.MappedCatalogue;
import io.lynceus.sky.Healpix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A folder of catalogue versions: `<name>/<version>/`, with `<name>/current` naming the one in use.
///
/// A version's name is the start of the SHA-256 of its manifest and columns, so equal contents have equal versions.
/// A version is written under a name that starts with a dot and renamed when it is whole and on the disk.
public final class CatalogueFolder implements CatalogueStore, CatalogueVersions {
    static final String COLUMNS = "columns.bin";
    static final String MANIFEST = "manifest.json";

    /// Up to this size a file's checksums are compared whenever it is opened [bytes]. Source: choice; that takes a
    /// third of a second, and what is larger is checked by `catalogue inspect`, and when it is imported.
    private static final long CHECKED_WHEN_OPENED = 1L << 30;

    private final Path folder;

    /// @param folder made where it does not exist yet
    public CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public CatalogueDraft draft(String name, List<String> bands) {
        CatalogueProfile.requireName(name);
        try {
            return FolderDraft.in(folder.resolve(name), bands);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + name + " cannot be stored in " + folder, e);
        }
    }

    @Override
    public List<StoredVersion> list() {
        List<StoredVersion> versions = new ArrayList<>();
        try {
            for (Path ofCatalogue : Folders.in(folder)) {
                String current = Folders.current(ofCatalogue).orElse("");
                for (Path ofVersion : Folders.in(ofCatalogue)) {
                    CatalogueVersion version =
                            version(ofCatalogue, ofVersion.getFileName().toString());
                    versions.add(new StoredVersion(
                            version,
                            Manifest.read(ofVersion.resolve(MANIFEST)),
                            ProvenanceDocument.read(ofVersion),
                            version.version().equals(current)));
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
            for (Path ofCatalogue : Folders.in(folder)) {
                Folders.current(ofCatalogue).ifPresent(current -> versions.add(version(ofCatalogue, current)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("catalogues in " + folder + " cannot be listed", e);
        }
        return versions;
    }

    private static CatalogueVersion version(Path ofCatalogue, String version) {
        return new CatalogueVersion(ofCatalogue.getFileName().toString(), version);
    }

    /// Opens versions read-only. They stay mapped for as long as somebody holds them.
    ///
    /// @throws UncheckedIOException where one is missing, truncated or corrupt; says which
    public List<ReferenceCatalogue> open(List<CatalogueVersion> versions) {
        return versions.stream().<ReferenceCatalogue>map(this::mapped).toList();
    }

    /// Opens a version for the match of many positions at once.
    ///
    /// @throws UncheckedIOException as [#open]
    public CatalogueRows rows(CatalogueVersion version) {
        return new CatalogueRows(mapped(version));
    }

    private MappedCatalogue mapped(CatalogueVersion version) {
        Path columns = path(version).resolve(COLUMNS);
        try {
            ColumnFile file = ColumnFile.open(columns, Arena.ofAuto());
            if (Files.size(columns) <= CHECKED_WHEN_OPENED) {
                ColumnFile.verify(columns);
            }
            return new MappedCatalogue(Manifest.read(path(version).resolve(MANIFEST)), version, file);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + version.name() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public CatalogueInspection inspect(CatalogueVersion version) {
        try {
            ColumnFile.verify(path(version).resolve(COLUMNS));
            MappedCatalogue catalogue = mapped(version);
            return new CatalogueInspection(
                    version,
                    catalogue.profile(),
                    ProvenanceDocument.read(path(version)),
                    Files.size(path(version).resolve(COLUMNS)),
                    catalogue.columns(),
                    IntStream.range(0, (int) Healpix.cellCount(CatalogueInspection.MAP_ORDER))
                            .mapToObj(cell -> catalogue.index().count(CatalogueInspection.MAP_ORDER, cell))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + version.name() + " is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void activate(CatalogueVersion version) {
        mapped(version);
        try {
            Folders.pointTo(version.version(), folder.resolve(version.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + version.name() + " cannot be put to use", e);
        }
    }

    @Override
    public void delete(CatalogueVersion version) {
        Path ofVersion = path(version);
        if (inUse().contains(version)) {
            throw new IllegalArgumentException("version " + version.version() + " of catalogue " + version.name()
                    + " is in use: activate another first");
        }
        if (!Files.isDirectory(ofVersion)) {
            throw new IllegalArgumentException("catalogue " + version.name() + " has no version " + version.version());
        }
        try {
            Path aside = ofVersion.resolveSibling("." + ofVersion.getFileName());
            Files.move(ofVersion, aside, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue " + version.name() + " cannot be deleted", e);
        }
    }

    private Path path(CatalogueVersion version) {
        return folder.resolve(version.name()).resolve(version.version());
    }
}
