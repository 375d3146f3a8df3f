package io.lynceus.standalone.simulator;

/// An object as it is, whether or not anyone measures it.
///
/// @param kind finer than the class, for people
/// @param light where it is and how it shines at other wavelengths
/// @param fluxCgs mean energy flux [erg cm^-2 s^-1] in [Spectrum#REFERENCE]
/// @param variability of the flux
record CelestialObject(
        ObjectClass objectClass, String kind, Light light, double fluxCgs, Spectrum spectrum, Variability variability) {
    CelestialObject {
        if (!(fluxCgs > 0)) {
            throw new IllegalArgumentException("flux must be > 0 erg cm^-2 s^-1: " + fluxCgs);
        }
    }
}
