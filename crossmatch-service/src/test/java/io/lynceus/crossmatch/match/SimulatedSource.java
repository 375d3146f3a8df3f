package io.lynceus.crossmatch.match;

import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An X-ray source with elliptical errors of any orientation and entries of several catalogues around it.
///
/// @param catalogues entries of each
record SimulatedSource(PositionCovariance covariance, List<Catalogue> catalogues) {
    record Catalogue(double densityPerSqDeg, double completeness, List<Entry> entries) {
        Candidates candidates() {
            Candidates candidates = new Candidates();
            candidates.clear(Population.ofDensity(densityPerSqDeg), completeness);
            entries.forEach(entry -> candidates.add(
                    entry.east,
                    entry.north,
                    entry.covariance.eastEast(),
                    entry.covariance.northNorth(),
                    entry.covariance.eastNorth(),
                    entry.log10Weight));
            return candidates;
        }
    }

    record Entry(double east, double north, PositionCovariance covariance, double log10Weight) {}

    List<Candidates> candidates() {
        return catalogues.stream().map(Catalogue::candidates).toList();
    }

    /// A source with its true counterpart in some of the catalogues and unrelated entries around it.
    static SimulatedSource random(Random random, int catalogues) {
        PositionCovariance covariance = ellipse(random, 0.5 + 2 * random.nextDouble());
        double trueEast = random.nextGaussian();
        double trueNorth = random.nextGaussian();
        List<Catalogue> all = new ArrayList<>();
        for (int k = 0; k < catalogues; k++) {
            double sigma = 0.05 + random.nextDouble() * 0.4;
            List<Entry> entries = new ArrayList<>();
            if (random.nextBoolean()) {
                entries.add(new Entry(
                        trueEast + sigma * random.nextGaussian(),
                        trueNorth + sigma * random.nextGaussian(),
                        ellipse(random, sigma),
                        random.nextGaussian() / 3));
            }
            int others = random.nextInt(5);
            for (int i = 0; i < others; i++) {
                entries.add(new Entry(
                        10 * random.nextDouble() - 5,
                        10 * random.nextDouble() - 5,
                        ellipse(random, sigma),
                        random.nextGaussian() / 3));
            }
            all.add(new Catalogue(Math.pow(10, 2 + 3 * random.nextDouble()), 0.3 + 0.7 * random.nextDouble(), entries));
        }
        return new SimulatedSource(covariance, all);
    }

    private static PositionCovariance ellipse(Random random, double major) {
        return new ErrorEllipse(
                        major,
                        major * (0.2 + 0.8 * random.nextDouble()),
                        180 * random.nextDouble(),
                        Containment.ONE_SIGMA_PER_AXIS)
                .covariance();
    }
}
