package io.lynceus.crossmatch.catalogue;

import java.util.Optional;

/// A version of a reference catalogue that is being written, row by row. Closing a draft that was not activated leaves
/// nothing behind.
public interface CatalogueDraft extends AutoCloseable {
    /// Takes the rows of one thread.
    @FunctionalInterface
    interface Intake {
        /// Takes a row, in any order.
        void add(CatalogueEntry entry);
    }

    /// Opens an intake, one for each thread.
    Intake intake();

    /// The statistics of all rows. None can be added after this.
    CatalogueStatistics finish();

    /// Stores the finished rows and puts the version to use.
    ///
    /// @param provenance empty: the rows come from no table
    CatalogueVersion activate(CatalogueProfile profile, Optional<CatalogueProvenance> provenance);

    @Override
    void close();
}
