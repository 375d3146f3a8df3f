package io.lynceus.crossmatch.detection;

/// Range checks of the domain's values. Messages name the quantity, its value and its unit; NaN fails every check.
public final class Require {
    private Require() {}

    public static void positive(String name, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be finite and > 0 " + unit);
        }
    }

    public static void notNegative(String name, double value, String unit) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be finite and >= 0 " + unit);
        }
    }

    public static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must lie in [0, 1]");
        }
    }

    /// A probability of neither 0 nor 1.
    public static void chance(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must lie in (0, 1)");
        }
    }

    public static void text(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
