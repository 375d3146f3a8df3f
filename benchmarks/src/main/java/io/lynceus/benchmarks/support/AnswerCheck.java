package io.lynceus.benchmarks.support;

/// Checks an answer before the way to it is timed.
public final class AnswerCheck {
    private AnswerCheck() {}

    /// @throws IllegalStateException unless the condition holds
    public static void require(boolean condition, String claim) {
        if (!condition) {
            throw new IllegalStateException("wrong answer, not timed: " + claim);
        }
    }

    /// @param tolerance largest difference, in the unit of the values
    public static void requireClose(double expected, double actual, double tolerance, String what) {
        require(Math.abs(expected - actual) <= tolerance, what + " is " + actual + ", expected " + expected);
    }
}
