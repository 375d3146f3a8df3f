package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import java.util.List;

/// A catalogue that was searched at a place.
///
/// @param measures what it would measure of an object there, see [ReferenceCatalogue#measuresAt]
public record SearchedCatalogue(CatalogueVersion version, List<String> measures) {
    public SearchedCatalogue {
        measures = List.copyOf(measures);
    }
}
