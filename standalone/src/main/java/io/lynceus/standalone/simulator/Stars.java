package io.lynceus.standalone.simulator;

/// Active stars of the main sequence: thin thermal spectra, near, bright in the optical, flaring.
record Stars() implements Population {
    @Override
    public CelestialObject draw(Field field, Dice dice) {
        double fluxCgs = dice.pareto(FAINTEST_CGS, 1.2, BRIGHTEST_CGS);
        double bpMinusRp = dice.gaussianWithin(1.7, 0.75, 0.4, 3.6);
        boolean young = dice.chance(0.2);
        double logLuminosity = dice.gaussian(young ? 30.2 : 29.3 - 0.45 * (bpMinusRp - 1), 0.55);
        double distanceKpc = Population.distanceKpc(Math.pow(10, logLuminosity), fluxCgs);
        double g = Photometry.absoluteG(bpMinusRp) + dice.gaussian(0, 0.4) + 5 * Math.log10(distanceKpc * 100);
        return new CelestialObject(
                ObjectClass.STAR,
                young ? "young star" : "star",
                Light.star(
                        Population.anywhereIn(field, dice),
                        distanceKpc,
                        25,
                        Photometry.mainSequence(g, bpMinusRp, dice),
                        dice),
                fluxCgs,
                new Spectrum.AbsorbedThermal(
                        dice.gaussianWithin(young ? 1.3 : 0.75, 0.3, 0.25, 4), Math.pow(10, dice.uniform(19, 20.7))),
                new Variability(0.17, 0.08, 0.4, 0.3));
    }
}
