package io.lynceus.crossmatch.files;

import io.lynceus.crossmatch.CatalogueProfile;
import io.lynceus.crossmatch.CatalogueVersion;

/// One version of a catalogue in a folder.
///
/// @param current whether it is the one in use
public record StoredVersion(CatalogueVersion version, CatalogueProfile profile, boolean current) {}
