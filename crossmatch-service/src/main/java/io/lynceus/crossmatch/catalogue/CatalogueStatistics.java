package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.Require;
import io.lynceus.sky.JulianEpoch;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Statistics of all rows of a catalogue: a search needs them before it reads any row.
///
/// @param rows number of rows, >= 0
/// @param maxSigmaArcsec largest per-axis position error [arcsec]
/// @param earliestEpochYear first epoch of a position [Julian year]; 2000 where no row has one
/// @param latestEpochYear last epoch of a position [Julian year]; 2000 where no row has one
/// @param maxMotionMasPerYr largest measured proper motion [mas/yr]
/// @param maxMotionErrorMasPerYr largest standard error of a motion's component [mas/yr]
/// @param typicalMotionMasPerYr per-axis scatter of the measured motions [mas/yr], 1.4826 times the median of their
///     absolute components: the uncertainty of the zero motion given to a row without one; 0 where nothing is measured
/// @param typicalMotionErrorMasPerYr median standard error of the measured motions [mas/yr]: given to a motion that
///     comes without one; 0 where none has one
/// @param maxDiscArcsec largest semi-major axis of a galaxy [arcsec]
public record CatalogueStatistics(
        long rows,
        double maxSigmaArcsec,
        double earliestEpochYear,
        double latestEpochYear,
        double maxMotionMasPerYr,
        double maxMotionErrorMasPerYr,
        double typicalMotionMasPerYr,
        double typicalMotionErrorMasPerYr,
        double maxDiscArcsec) {
    /// Standard deviation of a Gaussian over its median absolute deviation, 1 / Phi^-1(3/4).
    /// Source: Huber & Ronchetti 2009, Robust Statistics, 2nd ed., sect. 5.1.
    public static final double SIGMA_PER_MAD = 1.482602218505602;

    private static final double J2000 = 2000;
    private static final double ARCSEC_PER_MAS = 1e-3;

    public CatalogueStatistics {
        Require.notNegative("rows", rows, "");
        Require.notNegative("largest position error", maxSigmaArcsec, "arcsec");
        if (!(earliestEpochYear <= latestEpochYear)) {
            throw new IllegalArgumentException(
                    "epochs run from " + earliestEpochYear + " to " + latestEpochYear + ", must not run backwards yr");
        }
        Require.notNegative("largest proper motion", maxMotionMasPerYr, "mas/yr");
        Require.notNegative("largest proper motion error", maxMotionErrorMasPerYr, "mas/yr");
        Require.notNegative("typical proper motion", typicalMotionMasPerYr, "mas/yr");
        Require.notNegative("typical proper motion error", typicalMotionErrorMasPerYr, "mas/yr");
        Require.notNegative("largest galaxy", maxDiscArcsec, "arcsec");
    }

    /// Most an object of the catalogue can have moved by the time of an observation [arcsec].
    public double longestWayArcsec(ObservationEpoch epoch) {
        return maxMotionMasPerYr * ARCSEC_PER_MAS * longestTimeYears(epoch);
    }

    /// Largest per-axis error of a position of the catalogue, moved to the time of an observation [arcsec].
    public double widestSigmaArcsec(ObservationEpoch epoch) {
        double motionError = Math.max(maxMotionErrorMasPerYr, typicalMotionMasPerYr) * ARCSEC_PER_MAS;
        double wander = motionError * Math.hypot(longestTimeYears(epoch), epoch.spreadYears());
        double smear = maxMotionMasPerYr * ARCSEC_PER_MAS * epoch.spreadYears();
        return Math.hypot(Math.hypot(maxSigmaArcsec, wander), smear);
    }

    private double longestTimeYears(ObservationEpoch epoch) {
        double year = epoch.mean().year();
        return Math.max(Math.abs(year - earliestEpochYear), Math.abs(year - latestEpochYear));
    }

    /// The statistics of a whole catalogue.
    public static CatalogueStatistics of(Collection<CatalogueEntry> entries) {
        return new CatalogueStatistics(
                entries.size(),
                largest(entries, entry -> entry.error().covariance().sigmaMajorArcsec()),
                epochs(entries).min().orElse(J2000),
                epochs(entries).max().orElse(J2000),
                largest(entries, entry -> entry.motion()
                        .map(CatalogueMotion::totalMasPerYr)
                        .orElse(0.0)),
                errors(entries).mapToDouble(Double::doubleValue).max().orElse(0),
                SIGMA_PER_MAD * median(components(entries).map(component -> Math.abs(component.value()))),
                median(errors(entries)),
                largest(
                        entries,
                        entry -> entry.disc().map(GalaxyDisc::semiMajorArcsec).orElse(0.0)));
    }

    private static double largest(Collection<CatalogueEntry> entries, ToDoubleFunction<CatalogueEntry> of) {
        return entries.stream().mapToDouble(of).max().orElse(0);
    }

    private static DoubleStream epochs(Collection<CatalogueEntry> entries) {
        return entries.stream().flatMap(entry -> entry.epoch().stream()).mapToDouble(JulianEpoch::year);
    }

    private static Stream<Measurement> components(Collection<CatalogueEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.motion().stream())
                .flatMap(motion -> Stream.of(motion.east(), motion.north()));
    }

    private static Stream<Double> errors(Collection<CatalogueEntry> entries) {
        return components(entries)
                .filter(component -> component.error().isPresent())
                .map(component -> component.error().getAsDouble());
    }

    private static double median(Stream<Double> values) {
        double[] sorted = values.mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return DoubleStream.of(sorted)
                .skip(sorted.length % 2 == 0 ? Math.max(0, middle - 1) : middle)
                .limit(sorted.length % 2 == 0 ? 2 : 1)
                .average()
                .orElse(0);
    }
}
