package io.lynceus.crossmatch.catalogue;

/// Proper motion as a catalogue measured it.
///
/// @param east motion in right ascension times cos(declination) [mas/yr]
/// @param north motion in declination [mas/yr]
public record CatalogueMotion(Measurement east, Measurement north) {
    /// Length of the motion [mas/yr].
    public double totalMasPerYr() {
        return Math.hypot(east.value(), north.value());
    }
}
