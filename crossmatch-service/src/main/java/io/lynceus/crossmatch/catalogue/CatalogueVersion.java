package io.lynceus.crossmatch.catalogue;

/// The name of a catalogue with the version of it that was used.
///
/// @param name of the catalogue
/// @param version digest of its contents, lower-case hexadecimal
public record CatalogueVersion(String name, String version) {}
