package io.lynceus.crossmatch.files.columns;

/// Floats as the decimal numbers that catalogues publish.
public final class Decimal {
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    /// From here on a float is an integer, and has more digits than it needs.
    private static final float LARGE = 1e7f;

    private Decimal() {}

    /// A float as the shortest decimal that rounds to it: 18.494 and not 18.493999481; NaN stays NaN.
    ///
    /// The same as by way of [Float#toString], without text: whole number and power of ten are exact as doubles,
    /// and so their quotient is the double next to the decimal.
    public static double of(float value) {
        if (Math.abs(value) < LARGE) {
            for (double scale : POWERS_OF_TEN) {
                double decimal = Math.rint(value * scale) / scale;
                if ((float) decimal == value) {
                    return decimal;
                }
            }
        }
        return Float.isFinite(value) ? Double.parseDouble(Float.toString(value)) : value;
    }
}
