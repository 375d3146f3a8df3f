package io.lynceus.benchmarks.reliability;

import io.lynceus.crossmatch.match.Associations;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.NwayMatch;
import io.lynceus.crossmatch.match.UnrelatedCredit;
import io.lynceus.sky.PositionCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// How often the most probable association is the true one, compared with its probability.
///
/// @param sky simulated
/// @param points by falling threshold on `p_any`
public record Reliability(SimulatedSky sky, List<Point> points) {
    private static final MatchOptions OPTIONS =
            new MatchOptions(Double.POSITIVE_INFINITY, MatchOptions.SECONDARY_RATIO, UnrelatedCredit.ALL, 1e-9);

    /// Smallest number of sources for a figure good to a percent.
    private static final int FEWEST = 1000;

    /// The sources with `p_any` of at least a threshold.
    ///
    /// @param threshold on `p_any`
    /// @param sources how many
    /// @param purity share of them whose most probable association is exactly the true one
    /// @param promisedPurity mean of their p_any p_i
    /// @param completeness share of all sources with a counterpart that are among them with the true association
    /// @param promisedCompleteness sum of their p_any p_i over the sum of all p_any
    public record Point(
            double threshold,
            int sources,
            double purity,
            double promisedPurity,
            double completeness,
            double promisedCompleteness) {
        /// The larger of the two differences from the promised values.
        public double miss() {
            return Math.max(Math.abs(purity - promisedPurity), Math.abs(completeness - promisedCompleteness));
        }
    }

    private record Judged(double any, double probability, boolean right) {}

    /// Simulates and matches sources.
    public static Reliability of(SimulatedSky sky, int sources, long seed) {
        Random random = new Random(seed);
        NwayMatch match = new NwayMatch(OPTIONS);
        List<Judged> judged = new ArrayList<>(sources);
        int counterparts = 0;
        for (int i = 0; i < sources; i++) {
            SimulatedSky.Source source = sky.source(random);
            counterparts += source.hasCounterpart() ? 1 : 0;
            Associations found =
                    match.associate(PositionCovariance.isotropic(source.sigmaArcsec()), source.candidates());
            judged.add(judge(found, source));
        }
        return new Reliability(sky, points(judged, counterparts));
    }

    private static Judged judge(Associations found, SimulatedSky.Source source) {
        int best = 0;
        for (int row = 1; row < found.size(); row++) {
            best = found.match(row) > found.match(best) ? row : best;
        }
        int[] members = new int[source.truth().length];
        for (int k = 0; k < members.length; k++) {
            members[k] = found.member(best, k);
        }
        return new Judged(
                found.anyMatch(),
                found.anyMatch() * found.match(best),
                source.hasCounterpart() && Arrays.equals(members, source.truth()));
    }

    private static List<Point> points(List<Judged> judged, int counterparts) {
        judged.sort(Comparator.comparingDouble(Judged::any).reversed());
        double anySum = judged.stream().mapToDouble(Judged::any).sum();
        List<Point> points = new ArrayList<>();
        double promised = 0;
        int right = 0;
        int taken = 0;
        for (int percent = 99; percent >= 0; percent--) {
            double threshold = percent / 100.0;
            while (taken < judged.size() && judged.get(taken).any() >= threshold) {
                Judged one = judged.get(taken++);
                promised += one.probability();
                right += one.right() ? 1 : 0;
            }
            if (taken >= FEWEST) {
                points.add(new Point(
                        threshold,
                        taken,
                        (double) right / taken,
                        promised / taken,
                        (double) right / counterparts,
                        promised / anySum));
            }
        }
        return points;
    }

    /// Largest difference of purity or completeness from the promised value, at any threshold.
    public double worstMiss() {
        return points.stream().mapToDouble(Point::miss).max().orElseThrow();
    }
}
