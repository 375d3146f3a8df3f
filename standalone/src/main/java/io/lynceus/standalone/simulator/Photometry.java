package io.lynceus.standalone.simulator;

/// True magnitudes [mag], Vega; an object too faint to matter has [#NOTHING].
record Photometry(double bp, double g, double rp, double j, double k, double w1, double w2, double w3) {
    /// An object that no catalogue can hold.
    static final Photometry NOTHING = new Photometry(99, 99, 99, 99, 99, 99, 99, 99);

    /// From the red magnitude and colours.
    ///
    /// G lies 0.6 of the colour BP-RP above RP: a choice close to the sequence of field stars.
    static Photometry of(
            double rp,
            double bpMinusRp,
            double rpMinusJ,
            double jMinusK,
            double kMinusW1,
            double w1MinusW2,
            double w2MinusW3) {
        double j = rp - rpMinusJ;
        double k = j - jMinusK;
        double w1 = k - kMinusW1;
        double w2 = w1 - w1MinusW2;
        return new Photometry(rp + bpMinusRp, rp + 0.6 * bpMinusRp, rp, j, k, w1, w2, w2 - w2MinusW3);
    }

    /// A star of the main sequence by its apparent G and colour, with scatter; colour relations are choices.
    static Photometry mainSequence(double g, double bpMinusRp, Dice dice) {
        return of(
                g - 0.6 * bpMinusRp,
                bpMinusRp,
                0.35 + 0.55 * bpMinusRp + dice.gaussian(0, 0.06),
                Math.min(0.88, 0.12 + 0.4 * bpMinusRp) + dice.gaussian(0, 0.04),
                0.06 + 0.04 * bpMinusRp + dice.gaussian(0, 0.03),
                Math.max(-0.02, 0.07 * (bpMinusRp - 1)) + dice.gaussian(0, 0.03),
                0.1 + 0.1 * bpMinusRp + dice.gaussian(0, 0.1));
    }

    /// Absolute G of a main-sequence star [mag]: a straight line from 4.6 at the Sun's colour to 11.5 at M4; a choice.
    static double absoluteG(double bpMinusRp) {
        return 2.1 + 3.2 * bpMinusRp;
    }

    /// Red magnitude that goes with an X-ray flux and a flux ratio.
    ///
    /// log10(F_X/F_R) = log10 F_X + 5.37 + R/2.5, Maccacaro et al. 1988, ApJ 326, 680, doi:10.1086/166127.
    static double redMagnitude(double fluxCgs, double logFluxRatio) {
        return 2.5 * (logFluxRatio - Math.log10(fluxCgs) - 5.37);
    }
}
