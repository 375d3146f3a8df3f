package io.lynceus.standalone.simulator;

import io.lynceus.sky.SkyPosition;

/// Draws objects of one class as they are in a field.
///
/// The mean flux ratios to the red lie in the ranges of Maccacaro et al. 1988, ApJ 326, 680, doi:10.1086/166127 (stars
/// -4.6 to -0.6, active galaxies -1.2 to 1.2). All other numbers are choices, made so that the classes overlap where
/// they do in surveys: cataclysmic variables between stars and active galaxies, faint binaries among both.
sealed interface Population permits ActiveGalaxies, Stars, XrayBinaries, CataclysmicVariables {
    /// Faintest mean flux [erg cm^-2 s^-1] in [Spectrum#REFERENCE]; a choice above the limit of XMM-Newton's
    /// catalogue, so that most sources can have an optical counterpart.
    double FAINTEST_CGS = 2e-14;

    /// Brightest mean flux [erg cm^-2 s^-1]; brighter sources saturate the missions simulated.
    double BRIGHTEST_CGS = 1e-10;

    /// Kiloparsec [cm]; IAU 2015 resolution B2.
    double KPC_CM = 3.0856775814913673e21;

    CelestialObject draw(Field field, Dice dice);

    static Population of(ObjectClass objectClass) {
        return switch (objectClass) {
            case AGN -> new ActiveGalaxies();
            case STAR -> new Stars();
            case XRAY_BINARY -> new XrayBinaries();
            case CATACLYSMIC_VARIABLE -> new CataclysmicVariables();
        };
    }

    /// Isotropic luminosity [erg s^-1] to distance [kpc] at a flux [erg cm^-2 s^-1].
    static double distanceKpc(double luminosityCgs, double fluxCgs) {
        return Math.sqrt(luminosityCgs / (4 * Math.PI * fluxCgs)) / KPC_CM;
    }

    /// Flux [erg cm^-2 s^-1] of an isotropic luminosity [erg s^-1] at a distance [kpc].
    static double fluxCgs(double luminosityCgs, double distanceKpc) {
        double cm = distanceKpc * KPC_CM;
        return luminosityCgs / (4 * Math.PI * cm * cm);
    }

    static SkyPosition anywhereIn(Field field, Dice dice) {
        return dice.within(field.center(), field.radiusArcsec());
    }
}
