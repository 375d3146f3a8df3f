package io.lynceus.standalone.simulator;

/// White dwarfs fed by a companion: hard thermal spectra, blue light, outbursts.
record CataclysmicVariables() implements Population {
    @Override
    public CelestialObject draw(Field field, Dice dice) {
        double fluxCgs = dice.pareto(FAINTEST_CGS, 0.8, BRIGHTEST_CGS);
        boolean magnetic = dice.chance(0.4);
        double distanceKpc = Population.distanceKpc(Math.pow(10, dice.gaussian(31.3, 0.6)), fluxCgs);
        double bpMinusRp = dice.gaussian(0.7, 0.35);
        Photometry photometry = Photometry.of(
                Photometry.redMagnitude(fluxCgs, dice.gaussian(magnetic ? 0.0 : -0.6, 0.5)),
                bpMinusRp,
                0.45 + 0.5 * bpMinusRp + dice.gaussian(0, 0.2),
                dice.gaussian(0.55, 0.25),
                dice.gaussian(0.25, 0.15),
                dice.gaussian(0.15, 0.15),
                dice.gaussian(0.6, 0.4));
        return new CelestialObject(
                ObjectClass.CATACLYSMIC_VARIABLE,
                magnetic ? "magnetic CV" : "dwarf nova",
                Light.star(Population.anywhereIn(field, dice), distanceKpc, 35, photometry, dice),
                fluxCgs,
                new Spectrum.AbsorbedThermal(
                        dice.uniform(magnetic ? 10 : 4, magnetic ? 40 : 12), Math.pow(10, dice.uniform(20, 21.6))),
                new Variability(0.22, 0.12, 0.5, 0.5));
    }
}
