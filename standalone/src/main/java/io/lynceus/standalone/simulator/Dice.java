package io.lynceus.standalone.simulator;

import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random draws that are the same for the same seed; not thread-safe.
final class Dice {
    /// Largest mean [counts] of a Poisson draw by products of uniform numbers; above it the Gaussian limit is used.
    private static final double LARGEST_EXACT_MEAN = 50;

    private final RandomGenerator random;

    private Dice(RandomGenerator random) {
        this.random = random;
    }

    /// Dice of one part of a survey, independent of those of its other parts.
    ///
    /// @param part names the part
    static Dice of(long seed, String part) {
        return new Dice(
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + part.hashCode()));
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double gaussian(double mean, double sigma) {
        return mean + sigma * random.nextGaussian();
    }

    /// A Gaussian draw kept within bounds by drawing again.
    double gaussianWithin(double mean, double sigma, double low, double high) {
        while (true) {
            double value = gaussian(mean, sigma);
            if (value >= low && value <= high) {
                return value;
            }
        }
    }

    double exponential(double scale) {
        return scale * random.nextExponential();
    }

    /// A draw whose share above x falls as x^-slope.
    double pareto(double least, double slope, double most) {
        double share = uniform(Math.pow(least / most, slope), 1);
        return least * Math.pow(share, -1 / slope);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /// An index drawn in proportion to the weights, each >= 0 and not all 0.
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform(0, sum);
        int index = 0;
        while (index < weights.length - 1 && left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /// A number of counts of this expected value, >= 0.
    long poisson(double mean) {
        if (mean > LARGEST_EXACT_MEAN) {
            return Math.max(0, Math.round(gaussian(mean, Math.sqrt(mean))));
        }
        double limit = Math.exp(-mean);
        long counts = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            counts++;
        }
        return counts;
    }

    /// A position spread evenly over a disc.
    SkyPosition within(SkyPosition center, double radiusArcsec) {
        return center.offset(uniform(0, 360), radiusArcsec * Math.sqrt(random.nextDouble()));
    }

    /// A position scattered by a circular Gaussian.
    ///
    /// @param sigmaArcsec standard deviation per axis [arcsec]
    SkyPosition around(SkyPosition center, double sigmaArcsec) {
        return center.offset(uniform(0, 360), sigmaArcsec * Math.sqrt(2 * random.nextExponential()));
    }

    /// A position spread evenly over the sphere.
    SkyPosition anywhere() {
        return new SkyPosition(uniform(0, 360), Math.toDegrees(Math.asin(uniform(-1, 1))));
    }
}
