package io.lynceus.labels.consensus;

/// What a method makes of the votes.
///
/// @param posteriors of every source
/// @param confusions of every user, expected under the posteriors
/// @param iterations it took; 0 where there is nothing to iterate
public record Estimate(Posteriors posteriors, Confusions confusions, int iterations) {
    public Estimate {
        if (!(iterations >= 0)) {
            throw new IllegalArgumentException("iterations must be >= 0: " + iterations);
        }
    }
}
