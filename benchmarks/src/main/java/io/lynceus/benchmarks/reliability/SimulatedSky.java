package io.lynceus.benchmarks.reliability;

import io.lynceus.crossmatch.match.Candidates;
import io.lynceus.crossmatch.match.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A sky on which every X-ray source and its counterparts are known: objects at random, some of them in several
/// catalogues, X-ray sources of 0.5 to 2 arcsec per axis, each with its object in each catalogue by a given chance.
///
/// @param name for people
/// @param catalogues in the order of the match
/// @param commonPerSqDeg field objects that all catalogues have [deg^-2], at most the density of any
public record SimulatedSky(String name, List<Survey> catalogues, double commonPerSqDeg) {
    private static final double SHARPEST_ARCSEC = 0.5;
    private static final double WIDEST_ARCSEC = 2;
    private static final double RADIUS_ARCSEC = 8;
    private static final double SIGMAS = 5;
    private static final double SQ_ARCSEC_PER_SQ_DEG = 3600.0 * 3600.0;

    /// One catalogue as dense as Gaia away from the plane, one ten times as dense, and two that mostly show the same
    /// objects.
    static List<SimulatedSky> examples() {
        return List.of(
                new SimulatedSky("One catalogue, 40,000 per square degree", List.of(new Survey(40_000, 0.2, 0.8)), 0),
                new SimulatedSky("One catalogue, 400,000 per square degree", List.of(new Survey(400_000, 0.1, 0.7)), 0),
                new SimulatedSky(
                        "Two catalogues with common objects",
                        List.of(new Survey(15_000, 0.3, 0.6), new Survey(40_000, 0.1, 0.8)),
                        12_000),
                new SimulatedSky(
                        "Three catalogues with common objects",
                        List.of(
                                new Survey(12_000, 0.1, 0.6),
                                new Survey(18_000, 0.2, 0.7),
                                new Survey(44_000, 0.05, 0.8)),
                        10_000));
    }

    /// A catalogue.
    ///
    /// @param densityPerSqDeg [deg^-2]
    /// @param sigmaArcsec per-axis error [arcsec]
    /// @param assumedCompleteness the match's assumption for the chance that it has the object behind an X-ray
    ///     source, in (0, 1)
    /// @param holdsCounterpart the chance itself, in (0, 1)
    public record Survey(
            double densityPerSqDeg, double sigmaArcsec, double assumedCompleteness, double holdsCounterpart) {
        Survey(double densityPerSqDeg, double sigmaArcsec, double holdsCounterpart) {
            this(densityPerSqDeg, sigmaArcsec, holdsCounterpart, holdsCounterpart);
        }

        Candidates candidates() {
            Candidates candidates = new Candidates();
            candidates.clear(Population.ofDensity(densityPerSqDeg), assumedCompleteness / (1 - assumedCompleteness));
            return candidates;
        }
    }

    /// An X-ray source, the entries around it, and its true entries.
    ///
    /// @param sigmaArcsec per-axis error of its position [arcsec]
    /// @param candidates of each catalogue
    /// @param truth index of its entry in each catalogue; -1 for none
    public record Source(double sigmaArcsec, List<Candidates> candidates, int[] truth) {
        boolean hasCounterpart() {
            for (int entry : truth) {
                if (entry >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /// The next source.
    Source source(Random random) {
        double sigma = SHARPEST_ARCSEC + (WIDEST_ARCSEC - SHARPEST_ARCSEC) * random.nextDouble();
        double radius = Math.max(RADIUS_ARCSEC, SIGMAS * sigma);
        List<Candidates> candidates = new ArrayList<>();
        catalogues.forEach(survey -> candidates.add(survey.candidates()));
        int[] truth = new int[catalogues.size()];
        double east = sigma * random.nextGaussian();
        double north = sigma * random.nextGaussian();
        for (int k = 0; k < truth.length; k++) {
            boolean seen = random.nextDouble() < catalogues.get(k).holdsCounterpart();
            truth[k] = seen && observe(random, k, candidates, east, north, radius) ? 0 : -1;
        }
        scatter(random, commonPerSqDeg, radius, (e, n) -> {
            for (int k = 0; k < truth.length; k++) {
                observe(random, k, candidates, e, n, radius);
            }
        });
        for (int k = 0; k < truth.length; k++) {
            int only = k;
            scatter(
                    random,
                    catalogues.get(k).densityPerSqDeg() - commonPerSqDeg,
                    radius,
                    (e, n) -> observe(random, only, candidates, e, n, radius));
        }
        return new Source(sigma, candidates, truth);
    }

    private interface Place {
        void at(double east, double north);
    }

    /// Objects in a square that holds the search radius and all that may be seen in it.
    private static void scatter(Random random, double perSqDeg, double radius, Place place) {
        double half = 1.2 * radius;
        double mean = perSqDeg / SQ_ARCSEC_PER_SQ_DEG * 4 * half * half;
        double product = random.nextDouble();
        for (double least = Math.exp(-mean); product > least; product *= random.nextDouble()) {
            place.at(half * (2 * random.nextDouble() - 1), half * (2 * random.nextDouble() - 1));
        }
    }

    private boolean observe(
            Random random, int k, List<Candidates> candidates, double east, double north, double radius) {
        double sigma = catalogues.get(k).sigmaArcsec();
        double seenEast = east + sigma * random.nextGaussian();
        double seenNorth = north + sigma * random.nextGaussian();
        boolean near = Math.hypot(seenEast, seenNorth) < radius;
        if (near) {
            candidates.get(k).add(seenEast, seenNorth, sigma * sigma, sigma * sigma, 0, 0);
        }
        return near;
    }
}
