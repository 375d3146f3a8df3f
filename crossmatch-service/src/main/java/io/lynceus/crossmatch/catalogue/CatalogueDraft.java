package io.lynceus.crossmatch.catalogue;

import java.util.Optional;

/// A version of a reference catalogue on its way in, row by row. Closing one that was not put to use leaves nothing
/// behind.
public interface CatalogueDraft extends AutoCloseable {
    /// A way in for the rows that one thread brings.
    @FunctionalInterface
    interface Intake {
        /// Takes a row, in any order.
        void add(CatalogueEntry entry);
    }

    /// Opens a way in, one of as many as there are threads.
    Intake intake();

    /// The statistics of all rows. None can be added after this.
    CatalogueStatistics finish();

    /// Stores the rows, which are finished, and puts them to use.
    ///
    /// @param provenance empty: the rows come from no table
    CatalogueVersion activate(CatalogueProfile profile, Optional<CatalogueProvenance> provenance);

    @Override
    void close();
}
