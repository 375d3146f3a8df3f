package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.lightcurve.LightCurve;
import io.lynceus.feature.lightcurve.LightCurve.Sample;
import io.lynceus.feature.lightcurve.Observation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How a source varies: between epochs of all missions, and within an observation.
final class VariabilityFeatures {
    private static final Comparator<Measurement> BY_VALUE = Comparator.comparingDouble(Measurement::value);

    private VariabilityFeatures() {}

    static void add(FeatureExtractor.Features features, LightCurve lightCurve) {
        List<Sample> fluxes = lightCurve.referenceFluxes();
        Supplier<Absence> ofRatio = () -> fluxes.size() < 2 ? Absence.NO_COVERAGE : Absence.NOT_DETECTED;
        features.put(FeatureDefinition.LONG_TERM, longTermRatio(fluxes), ofRatio);
        features.put(FeatureDefinition.SIGNIFICANT_LONG_TERM, significantLongTermRatio(fluxes), ofRatio);
        List<LightCurve.Span> spans = lightCurve.spans();
        boolean several = spans.stream().mapToInt(LightCurve.Span::epochs).sum() > 1;
        features.put(
                FeatureDefinition.FLUX_BLOCKS,
                several ? Optional.of(Measurement.of(spans.size())) : Optional.empty(),
                () -> Absence.NO_COVERAGE);
        features.put(
                FeatureDefinition.BLOCK_RATIO,
                several ? blockRatio(spans) : Optional.empty(),
                () -> several ? Absence.NOT_DETECTED : Absence.NO_COVERAGE);
        features.put(
                FeatureDefinition.SHORT_TERM,
                highest(lightCurve, Epoch::intraObservationVariability),
                () -> Absence.NOT_MEASURED);
        features.put(
                FeatureDefinition.INTER_OBSERVATION,
                highest(lightCurve, Epoch::interObservationVariability),
                () -> Absence.NOT_MEASURED);
    }

    /// log10(F_max/F_min) [dex] over the epochs with a flux above zero; empty with fewer than two of them.
    ///
    /// Source: Tranin et al. 2022, A&A 657, A138.
    static Optional<Measurement> longTermRatio(Collection<Sample> epochs) {
        List<Measurement> fluxes = measured(epochs).filter(f -> f.value() > 0).toList();
        return fluxes.size() < 2
                ? Optional.empty()
                : logRatio(fluxes.stream().max(BY_VALUE), fluxes.stream().min(BY_VALUE));
    }

    /// log10 [dex] of max(F_i − σ_i) / min(F_j + σ_j or U_j), at least 0: how much the source varied for
    /// certain.
    ///
    /// A flux without an error bounds nothing and is left out. Empty with fewer than two epochs, or where no
    /// flux exceeds its error. A ratio below 1, which the floor hides, keeps its propagated error.
    ///
    /// Source: Tranin et al. 2022, A&A 657, A138.
    static Optional<Measurement> significantLongTermRatio(Collection<Sample> epochs) {
        List<Measurement> lower = measured(epochs)
                .flatMap(f -> shifted(f, -1).stream())
                .filter(f -> f.value() > 0)
                .toList();
        List<Measurement> upper = epochs.stream()
                .flatMap(sample -> switch (sample.photometry()) {
                    case Photometry.Flux flux -> shifted(flux.cgs().from(sample.detectionId()), 1).stream();
                    case Photometry.UpperLimit limit ->
                        Stream.of(Measurement.of(limit.cgs()).from(sample.detectionId()));
                })
                .filter(f -> f.value() > 0)
                .toList();
        return upper.size() < 2
                ? Optional.empty()
                : logRatio(lower.stream().max(BY_VALUE), upper.stream().min(BY_VALUE))
                        .map(ratio -> new Measurement(Math.max(0, ratio.value()), ratio.error(), ratio.inputs()));
    }

    /// log10 [dex] of the highest over the lowest flux among the Bayesian blocks, 0 for one block.
    ///
    /// A block at zero flux or below counts with its 1σ error on top. Empty where no block has a flux above zero.
    static Optional<Measurement> blockRatio(List<LightCurve.Span> spans) {
        Measurement highest =
                spans.stream().map(LightCurve.Span::flux).max(BY_VALUE).orElseThrow();
        Measurement lowest =
                spans.stream().map(LightCurve.Span::flux).min(BY_VALUE).orElseThrow();
        if (!(highest.value() > 0)) {
            return Optional.empty();
        }
        return spans.size() == 1
                ? Optional.of(new Measurement(0, OptionalDouble.empty(), highest.inputs()))
                : logRatio(
                        Optional.of(highest),
                        Optional.of(
                                lowest.value() > 0 ? lowest : shifted(lowest, 1).orElseThrow()));
    }

    private static Stream<Measurement> measured(Collection<Sample> epochs) {
        return epochs.stream()
                .filter(sample -> sample.photometry() instanceof Photometry.Flux)
                .map(sample -> sample.photometry().asFlux().from(sample.detectionId()));
    }

    private static Optional<Measurement> shifted(Measurement flux, int sigmas) {
        return flux.error().isPresent()
                ? Optional.of(flux.plus(sigmas * flux.error().getAsDouble()))
                : Optional.empty();
    }

    private static Optional<Measurement> logRatio(Optional<Measurement> highest, Optional<Measurement> lowest) {
        return highest.flatMap(Measurement::log10)
                .flatMap(high -> lowest.flatMap(Measurement::log10).map(high::minus));
    }

    private static Optional<Measurement> highest(LightCurve lightCurve, Function<Epoch, OptionalDouble> probability) {
        return lightCurve.observations().stream()
                .map(Observation::epoch)
                .flatMap(epoch -> probability.apply(epoch).stream()
                        .mapToObj(value -> Measurement.of(value).from(epoch.detectionId())))
                .max(BY_VALUE);
    }
}
