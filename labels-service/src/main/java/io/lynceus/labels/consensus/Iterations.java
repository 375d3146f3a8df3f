package io.lynceus.labels.consensus;

/// When to stop.
///
/// @param most at most so many, >= 1
/// @param tolerance or when the posteriors of the sources move less than this, as [Posteriors#distance]; 0 never stops
///     early
public record Iterations(int most, double tolerance) {
    /// Far below what a confidence of two digits shows.
    public static final Iterations USUAL = new Iterations(200, 1e-5);

    public Iterations {
        if (!(most >= 1)) {
            throw new IllegalArgumentException("iterations must be >= 1: " + most);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must be >= 0: " + tolerance);
        }
    }
}
