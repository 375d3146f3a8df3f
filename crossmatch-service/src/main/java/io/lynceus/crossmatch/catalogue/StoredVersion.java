package io.lynceus.crossmatch.catalogue;

import java.util.Optional;

/// One version of a catalogue among all that are kept.
///
/// @param provenance empty: it was not imported from a table
/// @param current whether it is the one in use
public record StoredVersion(
        CatalogueVersion version,
        CatalogueProfile profile,
        Optional<CatalogueProvenance> provenance,
        boolean current) {}
