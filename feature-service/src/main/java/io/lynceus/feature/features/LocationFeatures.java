package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.HostGalaxy;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.SearchedCatalogue;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Where a source lies and how far: latitude, motion, host galaxy, luminosity.
final class LocationFeatures {
    /// Parsec [cm], IAU 2015 resolution B2: 648000/π au of 1.495978707e13 cm.
    private static final double PARSEC_CM = 648_000 / Math.PI * 1.495978707e13;

    /// Signal-to-noise ratio from which a parallax gives a distance: Tranin et al. 2022, A&A 657, A138.
    private static final double PARALLAX_SIGNAL_TO_NOISE = 3;

    private LocationFeatures() {}

    static void add(
            FeatureExtractor.Features features,
            Epoch epoch,
            SearchCoverage coverage,
            Magnitudes magnitudes,
            Optional<Measurement> flux) {
        Optional<Measurement> measured = surest(coverage, SearchedCatalogue.PARALLAX, Counterpart::parallaxMas);
        Optional<Measurement> parallax = measured.filter(p -> p.exceedsErrors(PARALLAX_SIGNAL_TO_NOISE));
        features.put(
                FeatureDefinition.PARALLAX_SIGNIFICANCE,
                measured.flatMap(LocationFeatures::significance),
                () -> coverage.absence(SearchedCatalogue.PARALLAX));
        features.put(
                FeatureDefinition.GALACTIC_LATITUDE,
                Optional.of(Measurement.of(epoch.position().galactic().bDeg()).from(epoch.detectionId())),
                () -> Absence.NOT_MEASURED);
        features.put(
                FeatureDefinition.PROPER_MOTION,
                surest(coverage, SearchedCatalogue.PROPER_MOTION, Counterpart::properMotionMasPerYr)
                        .flatMap(Measurement::log10),
                () -> coverage.absence(SearchedCatalogue.PROPER_MOTION));
        features.put(
                FeatureDefinition.HOST_OFFSET,
                epoch.hostGalaxy()
                        .map(host -> Measurement.of(host.galactocentricRadius()).from(SearchedCatalogue.HOST_GALAXY)),
                () -> coverage.absence(SearchedCatalogue.HOST_GALAXY));
        features.put(
                FeatureDefinition.LUMINOSITY,
                flux.flatMap(Measurement::log10).flatMap(logFlux -> logDistanceCm(parallax, epoch.hostGalaxy())
                        .map(logDistance -> logFlux.plus(logDistance.times(2)).plus(Math.log10(4 * Math.PI)))),
                () -> flux.isEmpty() ? Absence.NOT_DETECTED : absenceOfDistance(epoch, coverage));
        features.put(
                FeatureDefinition.ABSOLUTE_MAGNITUDE,
                parallax.flatMap(Measurement::log10)
                        .flatMap(logParallax -> magnitudes.in("G").map(g -> g.plus(logParallax.times(5))
                                .plus(-10))),
                () -> coverage.absence(SearchedCatalogue.PARALLAX, "G"));
    }

    /// A host without a distance is a measurement that is wanting; else the parallax says more than the galaxies, most
    /// sources being in none.
    private static Absence absenceOfDistance(Epoch epoch, SearchCoverage coverage) {
        return epoch.hostGalaxy().isPresent() ? Absence.NOT_MEASURED : coverage.absence(SearchedCatalogue.PARALLAX);
    }

    /// arsinh(ϖ/σ): 0 where there is no parallax to be seen, its logarithm where it is large, and as good below zero as
    /// above. Its own 1σ error is that of a significance of 1σ.
    ///
    /// Source of the scale: Lupton, Gunn & Szalay 1999, AJ 118, 1406, doi:10.1086/301004, for fluxes.
    private static Optional<Measurement> significance(Measurement parallax) {
        if (!(parallax.error().orElse(0) > 0)) {
            return Optional.empty();
        }
        double ratio = parallax.value() / parallax.error().getAsDouble();
        double root = Math.hypot(ratio, 1);
        double arsinh = Math.copySign(Math.log(Math.abs(ratio) + root), ratio);
        return Optional.of(new Measurement(arsinh, OptionalDouble.of(1 / root), parallax.inputs()));
    }

    private static Optional<Measurement> logDistanceCm(Optional<Measurement> parallaxMas, Optional<HostGalaxy> host) {
        if (parallaxMas.isPresent()) {
            return parallaxMas
                    .flatMap(Measurement::log10)
                    .map(logParallax -> logParallax.times(-1).plus(Math.log10(1e3 * PARSEC_CM)));
        }
        OptionalDouble distanceMpc =
                host.map(HostGalaxy::hubbleOrMeasuredDistanceMpc).orElse(OptionalDouble.empty());
        return distanceMpc.isPresent()
                ? Optional.of(Measurement.of(Math.log10(distanceMpc.getAsDouble() * 1e6 * PARSEC_CM))
                        .from(SearchedCatalogue.HOST_GALAXY))
                : Optional.empty();
    }

    /// The measurement with the smallest stated error; among equals the first by precedence.
    private static Optional<Measurement> surest(
            SearchCoverage coverage, String name, Function<Counterpart, Optional<Measurement>> quantity) {
        return coverage.counterparts().stream()
                .flatMap(counterpart -> quantity.apply(counterpart).stream()
                        .map(found -> found.from(counterpart.catalogue() + " " + name)))
                .min(Comparator.comparingDouble(m -> m.error().orElse(Double.POSITIVE_INFINITY)));
    }
}
