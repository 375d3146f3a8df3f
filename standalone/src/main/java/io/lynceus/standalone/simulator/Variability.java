package io.lynceus.standalone.simulator;

/// How the flux of an object differs from one observation to the next, and within one.
///
/// @param scatterDex standard deviation of log10 flux between observations [dex]
/// @param outburstChance probability that an observation meets an outburst
/// @param outburstDex mean rise of log10 flux in an outburst [dex]
/// @param flickerChance probability that the flux visibly varies within an observation
record Variability(double scatterDex, double outburstChance, double outburstDex, double flickerChance) {
    Variability {
        if (!(scatterDex >= 0)) {
            throw new IllegalArgumentException("scatter must be >= 0 dex: " + scatterDex);
        }
    }

    /// Flux of one observation relative to the mean.
    double draw(Dice dice) {
        double dex = dice.gaussian(0, scatterDex);
        if (dice.chance(outburstChance)) {
            dex += dice.exponential(outburstDex);
        }
        return Math.pow(10, Math.clamp(dex, -2, 3));
    }
}
