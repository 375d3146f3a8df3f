package io.lynceus.crossmatch.catalogue;

/// Is told how far an import has come.
@FunctionalInterface
public interface ImportProgress {
    /// @param rows read so far
    /// @param expected rows of the table; 0 where not known
    void read(long rows, long expected);
}
