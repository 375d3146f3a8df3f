package io.lynceus.standalone.simulator;

/// Active galactic nuclei: power laws, a third of them behind their own absorber, red in the mid infrared.
record ActiveGalaxies() implements Population {
    @Override
    public CelestialObject draw(Field field, Dice dice) {
        double fluxCgs = dice.pareto(FAINTEST_CGS, 1.4, BRIGHTEST_CGS);
        boolean obscured = dice.chance(0.33);
        double columnPerSqCm =
                field.kind().foregroundPerSqCm() + (obscured ? Math.pow(10, dice.uniform(21.5, 23.3)) : 0);
        double logFluxRatio = dice.gaussian(obscured ? 0.3 : 0.0, 0.5);
        Photometry photometry = Photometry.of(
                Photometry.redMagnitude(fluxCgs, logFluxRatio),
                dice.gaussian(obscured ? 1.1 : 0.7, 0.3),
                dice.gaussian(1.0, 0.3),
                dice.gaussian(1.4, 0.35),
                dice.gaussian(0.9, 0.35),
                dice.gaussian(obscured ? 0.7 : 1.0, 0.3),
                dice.gaussian(2.9, 0.45));
        return new CelestialObject(
                ObjectClass.AGN,
                obscured ? "obscured AGN" : "AGN",
                Light.beyondTheGalaxy(Population.anywhereIn(field, dice), photometry),
                fluxCgs,
                new Spectrum.AbsorbedPowerLaw(dice.gaussian(1.9, 0.2), columnPerSqCm),
                new Variability(0.16, 0.01, 0.3, 0.12));
    }
}
