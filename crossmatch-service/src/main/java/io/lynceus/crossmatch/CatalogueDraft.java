package io.lynceus.crossmatch;

/// A version of a reference catalogue on its way in, row by row. Not thread-safe; closing one that was not put to use
/// leaves nothing behind.
public interface CatalogueDraft extends AutoCloseable {
    /// Takes a row, in any order.
    void add(CatalogueEntry entry);

    /// The statistics of all rows. None can be added after this.
    CatalogueStatistics finish();

    /// Stores the rows, which are finished, and puts them to use.
    CatalogueVersion activate(CatalogueProfile profile);

    @Override
    void close();
}
