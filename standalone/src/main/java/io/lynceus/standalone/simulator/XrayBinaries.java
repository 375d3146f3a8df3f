package io.lynceus.standalone.simulator;

import java.util.Optional;

/// Neutron stars and black holes with companions: in the Galactic plane with low-mass or high-mass donors, and in the
/// discs of nearby galaxies.
record XrayBinaries() implements Population {
    /// Integral slope of the luminosity function of binaries in galaxies.
    /// Source: Grimm, Gilfanov & Sunyaev 2003, MNRAS 339, 793, doi:10.1046/j.1365-8711.2003.06224.x.
    private static final double LUMINOSITY_SLOPE = 0.6;

    /// Brightest binary in a galaxy [erg s^-1]; as [#LUMINOSITY_SLOPE], where the function is cut off.
    private static final double BRIGHTEST_ERG_PER_S = 2.1e40;

    /// How often the optical light of a binary in another galaxy is seen: a bright donor or its cluster. A choice.
    private static final double VISIBLE_IN_GALAXY = 0.2;

    @Override
    public CelestialObject draw(Field field, Dice dice) {
        Optional<Galaxy> host = field.galaxy();
        if (host.isPresent()) {
            return inGalaxy(host.get(), field, dice);
        }
        return dice.chance(0.55) ? lowMass(field, dice) : highMass(field, dice);
    }

    private static CelestialObject inGalaxy(Galaxy galaxy, Field field, Dice dice) {
        double distanceKpc = galaxy.distanceMpc() * 1e3;
        double faintest = FAINTEST_CGS * 4 * Math.PI * Math.pow(distanceKpc * KPC_CM, 2);
        double luminosity = dice.pareto(faintest, LUMINOSITY_SLOPE, BRIGHTEST_ERG_PER_S);
        double fluxCgs = Population.fluxCgs(luminosity, distanceKpc);
        Photometry photometry = dice.chance(VISIBLE_IN_GALAXY)
                ? starlight(fluxCgs, dice.gaussian(0.6, 0.5), 0.6, 0.5, dice)
                : Photometry.NOTHING;
        return new CelestialObject(
                ObjectClass.XRAY_BINARY,
                "XRB in a galaxy",
                Light.beyondTheGalaxy(galaxy.inDisc(dice), photometry),
                fluxCgs,
                new Spectrum.AbsorbedPowerLaw(
                        dice.gaussian(1.8, 0.4),
                        field.kind().foregroundPerSqCm() + Math.pow(10, dice.uniform(20.5, 22))),
                new Variability(0.28, 0.08, 0.5, 0.15));
    }

    private static CelestialObject lowMass(Field field, Dice dice) {
        double fluxCgs = dice.pareto(2 * FAINTEST_CGS, 0.5, BRIGHTEST_CGS);
        boolean soft = dice.chance(0.35);
        return galactic(
                "LMXB",
                field,
                fluxCgs,
                new Spectrum.AbsorbedPowerLaw(
                        dice.gaussian(soft ? 2.8 : 1.7, 0.3), Math.pow(10, dice.uniform(21.3, 22.6))),
                new Variability(0.4, 0.2, 0.9, 0.45),
                starlight(fluxCgs, dice.gaussian(1.6, 0.8), 1.1, 0.5, dice),
                dice);
    }

    private static CelestialObject highMass(Field field, Dice dice) {
        double fluxCgs = dice.pareto(2 * FAINTEST_CGS, 0.5, BRIGHTEST_CGS);
        return galactic(
                "HMXB",
                field,
                fluxCgs,
                new Spectrum.AbsorbedPowerLaw(dice.gaussian(1.1, 0.3), Math.pow(10, dice.uniform(21.5, 23))),
                new Variability(0.35, 0.25, 0.8, 0.45),
                starlight(fluxCgs, dice.gaussian(-1.4, 1.0), 1.6, 0.6, dice),
                dice);
    }

    private static CelestialObject galactic(
            String kind,
            Field field,
            double fluxCgs,
            Spectrum spectrum,
            Variability variability,
            Photometry photometry,
            Dice dice) {
        double distanceKpc = dice.uniform(1.5, 10);
        return new CelestialObject(
                ObjectClass.XRAY_BINARY,
                kind,
                Light.star(Population.anywhereIn(field, dice), distanceKpc, 60, photometry, dice),
                fluxCgs,
                spectrum,
                variability);
    }

    /// Light of disc and donor, reddened; with some emission of circumstellar matter in the infrared.
    private static Photometry starlight(
            double fluxCgs, double logFluxRatio, double meanColour, double scatter, Dice dice) {
        double bpMinusRp = dice.gaussian(meanColour, scatter);
        return Photometry.of(
                Photometry.redMagnitude(fluxCgs, logFluxRatio),
                bpMinusRp,
                0.5 + 0.5 * bpMinusRp + dice.gaussian(0, 0.2),
                dice.gaussian(0.55, 0.25),
                dice.gaussian(0.25, 0.15),
                dice.gaussian(0.12, 0.12),
                dice.gaussian(0.6, 0.4));
    }
}
