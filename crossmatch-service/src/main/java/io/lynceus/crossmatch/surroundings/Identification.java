package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.match.PositionMatch;

/// A known source of a class that a detection agrees with in position.
///
/// @param catalogue name of the catalogue that knows it
/// @param sourceClass class of that catalogue
/// @param entry the row
/// @param match at the detection's epoch
public record Identification(String catalogue, String sourceClass, CatalogueEntry entry, PositionMatch match) {}
