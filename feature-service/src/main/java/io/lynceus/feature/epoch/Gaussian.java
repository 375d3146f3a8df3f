package io.lynceus.feature.epoch;

/// The Gaussian distribution.
public final class Gaussian {
    /// The `a` of Winitzki's closed form of the inverse error function, relative error < 2e-3.
    /// Winitzki (2008), "A handy approximation for the error function and its inverse".
    private static final double WINITZKI_A = 0.147;

    private Gaussian() {}

    /// Number of standard deviations to both sides of the mean that hold a probability, within 0.2%.
    ///
    /// @param probability in (0, 1)
    public static double sigmas(double probability) {
        double tail = Math.log1p(-probability * probability);
        double half = 2 / (Math.PI * WINITZKI_A) + tail / 2;
        return Math.sqrt(2 * (Math.sqrt(half * half - tail / WINITZKI_A) - half));
    }
}
