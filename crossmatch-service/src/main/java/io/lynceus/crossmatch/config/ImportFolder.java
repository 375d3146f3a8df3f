package io.lynceus.crossmatch.config;

import io.lynceus.crossmatch.catalogue.CatalogueImports;
import io.lynceus.crossmatch.catalogue.CatalogueVersions;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.files.importing.InvalidDescription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The configured folder of tables to be imported. Links are followed before a path is judged to lie within it.
@ApplicationScoped
class ImportFolder implements CatalogueImports {
    private final Optional<Path> folder;
    private final CatalogueImport importer;

    ImportFolder(CrossmatchConfig config) {
        this.folder = config.importFolder();
        this.importer = new CatalogueImport(new CatalogueFolder(config.catalogues()));
    }

    @Produces
    @Singleton
    static CatalogueVersions versions(CrossmatchConfig config) {
        return new CatalogueFolder(config.catalogues());
    }

    @Override
    public Import prepare(String description) {
        Path file = within(description);
        try {
            if (!CatalogueImport.tableOf(file).toRealPath().startsWith(root())) {
                throw new IllegalArgumentException("the table of " + description + " lies outside the folder");
            }
        } catch (InvalidDescription e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the table of " + description + " is not there", e);
        }
        return progress -> importer.run(file, progress);
    }

    private Path within(String description) {
        try {
            Path file = root().resolve(description).toRealPath();
            if (file.startsWith(root()) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("there is no description " + description + " in the folder", e);
        }
        throw new IllegalArgumentException("there is no description " + description + " in the folder");
    }

    private Path root() throws IOException {
        return folder.orElseThrow(() -> new IllegalArgumentException(
                        "no imports over REST: lynceus.crossmatch.import-folder is not configured"))
                .toRealPath();
    }
}
