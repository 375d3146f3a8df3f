package io.lynceus.crossmatch.catalogue;

import java.util.List;

/// All versions of reference catalogues, for operators.
public interface CatalogueVersions {
    /// All versions, sorted by catalogue and version.
    List<StoredVersion> list();

    /// Reads a version as a whole and says what is in it.
    ///
    /// @throws java.io.UncheckedIOException where it is missing, truncated or corrupt
    CatalogueInspection inspect(CatalogueVersion version);

    /// Puts a version to use; running services take it up.
    ///
    /// @throws java.io.UncheckedIOException where it is missing, truncated or corrupt: the former one stays in use
    void activate(CatalogueVersion version);

    /// Deletes a version; processes that have it open keep it until they close it.
    ///
    /// @throws IllegalArgumentException where it is in use or not there
    void delete(CatalogueVersion version);
}
