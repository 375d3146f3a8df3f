package io.lynceus.standalone.simulator;

import java.util.function.Consumer;

/// The objects of a field that emit no X-rays one could see: among them a counterpart has to be found.
///
/// Counts by magnitude rise as 10^(0.25 m) for stars and 10^(0.4 m) for galaxies; numbers and colours are choices.
final class FieldObjects {
    /// Slope of star counts [dex/mag].
    private static final double STAR_SLOPE = 0.25;

    /// Slope of galaxy counts [dex/mag]; between the Euclidean 0.6 and the 0.3 of faint counts.
    private static final double GALAXY_SLOPE = 0.4;

    /// Faintest G of a star [mag].
    private static final double FAINTEST_G = 20.7;

    /// Galaxies above the mid-infrared limit at high latitude [deg^-2].
    private static final double GALAXIES_PER_SQ_DEG = 8_000;

    /// Faintest W1 of a galaxy [mag].
    private static final double FAINTEST_W1 = 17.3;

    private FieldObjects() {}

    static void draw(Field field, Dice dice, Consumer<Light> objects) {
        long stars = dice.poisson(field.kind().starsPerSqDeg() * Field.SQ_DEG);
        for (long i = 0; i < stars; i++) {
            objects.accept(star(field, dice));
        }
        long galaxies = dice.poisson(GALAXIES_PER_SQ_DEG * Field.SQ_DEG);
        for (long i = 0; i < galaxies; i++) {
            objects.accept(galaxy(field, dice));
        }
    }

    private static Light star(Field field, Dice dice) {
        double g = Math.max(6, FAINTEST_G - dice.exponential(1 / (STAR_SLOPE * Math.log(10))));
        double bpMinusRp = dice.gaussianWithin(1.5, 0.6, 0.3, 3.5);
        double distanceKpc = Math.pow(10, (g - Photometry.absoluteG(bpMinusRp)) / 5 - 2);
        return Light.star(
                Population.anywhereIn(field, dice), distanceKpc, 30, Photometry.mainSequence(g, bpMinusRp, dice), dice);
    }

    private static Light galaxy(Field field, Dice dice) {
        double w1 = Math.max(10, FAINTEST_W1 - dice.exponential(1 / (GALAXY_SLOPE * Math.log(10))));
        double rpMinusJ = dice.gaussian(1.6, 0.4);
        double jMinusK = dice.gaussian(1.3, 0.2);
        double kMinusW1 = dice.gaussian(0.6, 0.2);
        return Light.beyondTheGalaxy(
                Population.anywhereIn(field, dice),
                Photometry.of(
                        w1 + rpMinusJ + jMinusK + kMinusW1,
                        dice.gaussian(1.4, 0.3),
                        rpMinusJ,
                        jMinusK,
                        kMinusW1,
                        dice.gaussian(0.25, 0.2),
                        dice.gaussian(2.5, 0.7)));
    }
}
