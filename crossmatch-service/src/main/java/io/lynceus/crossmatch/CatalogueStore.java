package io.lynceus.crossmatch;

import java.util.List;

/// Keeps versions of reference catalogues.
///
/// 1. A version becomes visible as a whole or not at all; a failure leaves the former version in use.
/// 2. The same profile and entries in the same order give the same version, kept once.
/// 3. The version stored last is the one in use; the others are kept.
public interface CatalogueStore {
    /// Stores a version and puts it to use.
    ///
    /// @param entries all rows, in any order
    CatalogueVersion store(CatalogueProfile profile, List<CatalogueEntry> entries);
}
