package io.lynceus.crossmatch.catalogue;

/// Imports reference catalogues from a folder that the operator fills.
@FunctionalInterface
public interface CatalogueImports {
    /// Reads a description and finds its table.
    ///
    /// @param description path within the folder
    /// @throws IllegalArgumentException where there is no such folder or file, it lies outside, or cannot be
    ///     followed
    Import prepare(String description);

    /// An import that can be run.
    @FunctionalInterface
    interface Import {
        /// Imports the table and puts it to use; a failure leaves everything as it was.
        ///
        /// @param progress what it throws ends the import
        ImportReport run(ImportProgress progress);
    }
}
