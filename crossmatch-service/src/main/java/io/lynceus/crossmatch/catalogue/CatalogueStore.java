package io.lynceus.crossmatch.catalogue;

import java.util.List;
import java.util.Optional;

/// Store of reference catalogue versions.
///
/// 1. A version becomes visible as a whole or not at all; a failure leaves the former version in use.
/// 2. The same profile and entries, in any order, give the same version, kept once.
/// 3. The version stored last is the one in use; the others are kept.
@FunctionalInterface
public interface CatalogueStore {
    /// Begins a version.
    ///
    /// @param name of the catalogue
    /// @param bands names of its magnitudes
    CatalogueDraft draft(String name, List<String> bands);

    /// Stores a version and puts it to use.
    ///
    /// @param entries all rows, in any order
    default CatalogueVersion store(CatalogueProfile profile, List<CatalogueEntry> entries) {
        try (CatalogueDraft draft = draft(profile.name(), profile.bands())) {
            entries.forEach(draft.intake()::add);
            draft.finish();
            return draft.activate(profile, Optional.empty());
        }
    }
}
