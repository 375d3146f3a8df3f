package io.lynceus.standalone.simulator;

/// Numbers as catalogues print them: a whole number divided by a power of ten, which prints without a tail.
final class Rounded {
    private Rounded() {}

    /// @param decimals in [0, 22], where powers of ten are exact
    static double decimals(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }

    /// @param value > 0 and > 1e-19
    /// @param figures significant ones, >= 1
    static double figures(double value, int figures) {
        int decimals = figures - 1 - (int) Math.floor(Math.log10(value));
        return decimals >= 0 ? decimals(value, decimals) : Math.rint(value);
    }
}
