package io.lynceus.sky;

/// Range checks whose messages name the quantity, its value and its unit; NaN fails every one of them.
final class Require {
    private Require() {}

    static void within(String name, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw refused(name, value, "lie in [" + text(low) + ", " + text(high) + "]", unit);
        }
    }

    static void positive(String name, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(name, value, "be finite and > 0, in", unit);
        }
    }

    static void notNegative(String name, double value, String unit) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(name, value, "be finite and >= 0, in", unit);
        }
    }

    static void finite(String name, double value, String unit) {
        if (!Double.isFinite(value)) {
            throw refused(name, value, "be finite, in", unit);
        }
    }

    static IllegalArgumentException refused(String name, double value, String rule, String unit) {
        return new IllegalArgumentException((name + " is " + text(value) + ", must " + rule + " " + unit).strip());
    }

    /// A whole number without its decimal point, as people write it.
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
