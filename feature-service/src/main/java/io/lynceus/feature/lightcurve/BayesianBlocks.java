package io.lynceus.feature.lightcurve;

import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Gaussian;
import io.lynceus.feature.epoch.Measurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The flux of a source as steps: the most probable division of its epochs, in time, into blocks of constant flux.
///
/// The divisions are compared by the likelihood of Gaussian measurements, each further block at the price of
/// `z(p / (n - 1))² / 2`, z the two-sided Gaussian quantile: of n measurements of a constant flux more than one block
/// is found with a probability p of at most [#FALSE_ALARM], and of just that for two.
///
/// Source: Scargle et al. 2013, ApJ 764, 167, doi:10.1088/0004-637X/764/2/167, sections 2.6 and 3.3 (point
/// measurements); the price is our own, theirs being fitted to simulations of longer series.
final class BayesianBlocks {
    /// Probability that a constant source is said to have changed. Source: choice; a 3σ result.
    static final double FALSE_ALARM = 0.0027;

    private final List<Epoch> epochs;
    /// Sums of 1/σ² and of x/σ² over the epochs before each.
    private final double[] weights;
    private final double[] weighted;

    private BayesianBlocks(List<Epoch> epochs) {
        this.epochs = epochs;
        weights = new double[epochs.size() + 1];
        weighted = new double[epochs.size() + 1];
        for (int i = 0; i < epochs.size(); i++) {
            double weight = 1 / (epochs.get(i).sigma() * epochs.get(i).sigma());
            weights[i + 1] = weights[i] + weight;
            weighted[i + 1] = weighted[i] + weight * epochs.get(i).flux();
        }
    }

    /// A flux at a time.
    ///
    /// @param flux in any unit, the same for all
    /// @param sigma 1σ error in that unit, > 0
    record Epoch(String detectionId, Instant time, double flux, double sigma) {}

    /// A span of constant flux.
    ///
    /// @param flux weighted mean of its epochs, with its error
    /// @param epochs by time, at least one
    record Block(Measurement flux, List<Epoch> epochs) {}

    /// @param epochs by time
    static List<Block> of(List<Epoch> epochs) {
        return new BayesianBlocks(epochs).blocks();
    }

    private List<Block> blocks() {
        int size = epochs.size();
        double price = price(size);
        double[] best = new double[size + 1];
        int[] start = new int[size + 1];
        for (int end = 1; end <= size; end++) {
            best[end] = Double.NEGATIVE_INFINITY;
            for (int from = 0; from < end; from++) {
                double fitness = best[from] + fitness(from, end) - price;
                if (fitness > best[end]) {
                    best[end] = fitness;
                    start[end] = from;
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int end = size; end > 0; end = start[end]) {
            blocks.add(block(start[end], end));
        }
        return blocks.reversed();
    }

    /// ln of the largest likelihood of a constant flux, but for what all divisions share.
    private double fitness(int from, int end) {
        double sum = weighted[end] - weighted[from];
        return sum * sum / (2 * (weights[end] - weights[from]));
    }

    private Block block(int from, int end) {
        double weight = weights[end] - weights[from];
        Measurement mean = Measurement.of((weighted[end] - weighted[from]) / weight, 1 / Math.sqrt(weight));
        return new Block(mean, List.copyOf(epochs.subList(from, end)));
    }

    private static double price(int size) {
        double sigmas = Gaussian.sigmas(1 - FALSE_ALARM / Math.max(1, size - 1));
        return sigmas * sigmas / 2;
    }
}
