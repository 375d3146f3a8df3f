package io.lynceus.crossmatch.surroundings;

import java.util.List;
import java.util.Optional;

/// All that the reference catalogues know at the place of a detection.
///
/// @param identifications known sources of a class
/// @param host the galaxy it lies in
/// @param counterparts candidates of every counterpart catalogue
/// @param catalogues that were searched, whether or not they hold anything here
public record Surroundings(
        Identifications identifications,
        Optional<HostGalaxy> host,
        Counterparts counterparts,
        List<SearchedCatalogue> catalogues) {
    public Surroundings {
        catalogues = List.copyOf(catalogues);
    }
}
