package io.lynceus.crossmatch.catalogue;

/// Listener to the progress of an import.
@FunctionalInterface
public interface ImportProgress {
    /// @param rows read so far
    /// @param expected rows of the table; 0 where not known
    void read(long rows, long expected);
}
