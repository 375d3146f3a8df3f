package io.lynceus.labels.consensus;

import java.util.Arrays;
import java.util.List;

/// Probability of each class for each source; those of a source sum to 1.
public final class Posteriors {
    private final int classes;
    private final double[] probabilities;

    /// @param probabilities `double[sources * classes]`, row-major; taken over, not copied
    Posteriors(int classes, double[] probabilities) {
        this.classes = classes;
        this.probabilities = probabilities;
    }

    /// One row for each source.
    public static Posteriors of(List<double[]> rows) {
        return new Posteriors(
                rows.getFirst().length,
                rows.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /// Shares of the votes that name a class; even where nobody named one, certain where the class is known.
    static Posteriors ofShares(VoteMatrix votes) {
        return ofShares(votes, 0);
    }

    /// The same with `pseudoVotes` more for every class.
    static Posteriors ofShares(VoteMatrix votes, double pseudoVotes) {
        int classes = votes.classes();
        double[] shares = new double[votes.sources() * classes];
        for (int source = 0; source < votes.sources(); source++) {
            int row = source * classes;
            Arrays.fill(shares, row, row + classes, pseudoVotes);
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                if (votes.answer(vote) >= 0) {
                    shares[row + votes.answer(vote)]++;
                }
            }
        }
        Posteriors result = new Posteriors(classes, shares);
        for (int source = 0; source < votes.sources(); source++) {
            result.settle(source, votes.known(source));
        }
        return result;
    }

    /// Makes a row of weights sum to 1; even if all are 0, certain if the class is known.
    void settle(int source, int known) {
        int row = source * classes;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += probabilities[row + c];
        }
        for (int c = 0; c < classes; c++) {
            if (known >= 0) {
                probabilities[row + c] = c == known ? 1 : 0;
            } else {
                probabilities[row + c] = sum > 0 ? probabilities[row + c] / sum : 1.0 / classes;
            }
        }
    }

    public int sources() {
        return probabilities.length / classes;
    }

    public int classes() {
        return classes;
    }

    /// In [0, 1].
    public double probability(int source, int sourceClass) {
        return probabilities[source * classes + sourceClass];
    }

    /// Those of one source, by class.
    public double[] row(int source) {
        return Arrays.copyOfRange(probabilities, source * classes, (source + 1) * classes);
    }

    /// The most probable class of a source, the first of equals.
    public int best(int source) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probability(source, c) > probability(source, best) ? c : best;
        }
        return best;
    }

    /// Probability of the most probable class.
    public double confidence(int source) {
        return probability(source, best(source));
    }

    /// Mean over sources of half the sum of the differences of their probabilities, in [0, 1].
    public double distance(Posteriors other) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += Math.abs(probabilities[i] - other.probabilities[i]);
        }
        return sum == 0 ? 0 : sum / 2 / sources();
    }

    /// `double[sources * classes]`, row-major; not a copy.
    double[] values() {
        return probabilities;
    }
}
