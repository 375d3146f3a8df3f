package io.lynceus.classifier.fitting;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Search for the point of a box where a function is largest, for functions too jagged for gradients.
///
/// Strategy best/1/bin with dithered mutation factor in [0.5, 1) and crossover 0.7.
///
/// Source: Storn & Price (1997), J. Global Optimization 11, 341, doi:10.1023/A:1008202821328.
final class DifferentialEvolution {
    /// Chance that a coordinate comes from the mutant, pure number; a choice, the default of SciPy's search.
    private static final double CROSSOVER = 0.7;
    /// Smallest mutation factor, pure number; a choice, the default of SciPy's search.
    private static final double LEAST_MUTATION = 0.5;

    private final int population;
    private final int generations;
    private final SplittableRandom random;

    DifferentialEvolution(int population, int generations, long seed) {
        this.population = population;
        this.generations = generations;
        random = new SplittableRandom(seed);
    }

    /// The centre of the last population in the box [0, upper]: on a plateau its middle, not its luckiest corner.
    ///
    /// The function is called population * (1 + generations) times.
    ///
    /// @param watch called after each generation
    double[] maximise(double[] upper, ToDoubleFunction<double[]> function, SearchProgress watch) {
        double[][] points = new double[population][upper.length];
        double[] values = new double[population];
        int best = 0;
        for (int i = 0; i < population; i++) {
            for (int d = 0; d < upper.length; d++) {
                points[i][d] = random.nextDouble() * upper[d];
            }
            values[i] = function.applyAsDouble(points[i]);
            best = values[i] > values[best] ? i : best;
        }
        for (int generation = 0; generation < generations; generation++) {
            for (int i = 0; i < population; i++) {
                double[] trial = trial(points, i, best, upper);
                double value = function.applyAsDouble(trial);
                if (value >= values[i]) {
                    points[i] = trial;
                    values[i] = value;
                    best = value > values[best] ? i : best;
                }
            }
            watch.after(generation + 1, generations, values[best]);
        }
        return centre(points);
    }

    private static double[] centre(double[][] points) {
        double[] centre = new double[points[0].length];
        for (double[] point : points) {
            for (int d = 0; d < centre.length; d++) {
                centre[d] += point[d] / points.length;
            }
        }
        return centre;
    }

    private double[] trial(double[][] points, int target, int best, double[] upper) {
        double[] first = points[random.nextInt(population)];
        double[] second = points[random.nextInt(population)];
        double factor = LEAST_MUTATION + random.nextDouble() * (1 - LEAST_MUTATION);
        int always = random.nextInt(upper.length);
        double[] trial = points[target].clone();
        for (int d = 0; d < trial.length; d++) {
            if (d == always || random.nextDouble() < CROSSOVER) {
                double mutant = points[best][d] + factor * (first[d] - second[d]);
                trial[d] = mutant >= 0 && mutant <= upper[d] ? mutant : random.nextDouble() * upper[d];
            }
        }
        return trial;
    }
}
