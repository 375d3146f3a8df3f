package io.lynceus.feature;

import java.util.Comparator;
import java.util.List;
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
            List<Counterpart> counterparts,
            Magnitudes magnitudes,
            Optional<Measurement> flux) {
        Optional<Measurement> parallax =
                surest(counterparts, Counterpart::parallaxMas).filter(p -> p.exceedsErrors(PARALLAX_SIGNAL_TO_NOISE));
        features.put(
                FeatureDefinition.GALACTIC_LATITUDE,
                Optional.of(Measurement.of(epoch.position().galactic().bDeg())));
        features.put(
                FeatureDefinition.PROPER_MOTION,
                surest(counterparts, Counterpart::properMotionMasPerYr).flatMap(Measurement::log10));
        features.put(
                FeatureDefinition.HOST_OFFSET,
                epoch.hostGalaxy().map(host -> Measurement.of(host.galactocentricRadius())));
        features.put(
                FeatureDefinition.LUMINOSITY,
                flux.flatMap(Measurement::log10).flatMap(logFlux -> logDistanceCm(parallax, epoch.hostGalaxy())
                        .map(logDistance -> logFlux.plus(logDistance.times(2)).plus(Math.log10(4 * Math.PI)))));
        features.put(
                FeatureDefinition.ABSOLUTE_MAGNITUDE,
                parallax.flatMap(Measurement::log10)
                        .flatMap(logParallax -> magnitudes.in("G").map(g -> g.plus(logParallax.times(5))
                                .plus(-10))));
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
                ? Optional.of(Measurement.of(Math.log10(distanceMpc.getAsDouble() * 1e6 * PARSEC_CM)))
                : Optional.empty();
    }

    /// The measurement with the smallest stated error; among equals the first by precedence.
    private static Optional<Measurement> surest(
            List<Counterpart> counterparts, Function<Counterpart, Optional<Measurement>> quantity) {
        return counterparts.stream()
                .flatMap(counterpart -> quantity.apply(counterpart).stream())
                .min(Comparator.comparingDouble(m -> m.error().orElse(Double.POSITIVE_INFINITY)));
    }
}
