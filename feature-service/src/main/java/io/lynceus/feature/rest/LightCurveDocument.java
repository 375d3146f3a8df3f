package io.lynceus.feature.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.FeaturedDetection;
import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.lightcurve.LightCurve;
import io.lynceus.sky.EnergyBand;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// All epochs of a source over all missions, by time.
///
/// @param blocks of constant flux over the reference band, by time: Bayesian blocks
/// @param photonIndex Γ of the source, by which fluxes move between bands; `null`: each instrument's typical one
@JsonNaming(SnakeCaseStrategy.class)
record LightCurveDocument(
        String sourceId,
        FeaturedDetection.@Nullable Feature photonIndex,
        List<EpochDocument> epochs,
        List<BlockDocument> blocks) {
    static LightCurveDocument of(String sourceId, LightCurve lightCurve) {
        return new LightCurveDocument(
                sourceId,
                lightCurve.photonIndex().map(LightCurveDocument::feature).orElse(null),
                lightCurve.points().stream()
                        .map(point -> EpochDocument.of(point, lightCurve.referenceBand()))
                        .toList(),
                lightCurve.spans().stream().map(BlockDocument::of).toList());
    }

    /// Epochs whose flux did not change for certain.
    ///
    /// @param from date of the first
    /// @param to date of the last
    /// @param fluxCgs weighted mean over the reference band [erg cm^-2 s^-1]
    @JsonNaming(SnakeCaseStrategy.class)
    record BlockDocument(
            Instant from,
            Instant to,
            int epochs,
            double fluxCgs,
            @Nullable Double fluxErrorCgs) {
        static BlockDocument of(LightCurve.Span span) {
            return new BlockDocument(
                    span.from(),
                    span.to(),
                    span.epochs(),
                    span.flux().value(),
                    nullable(span.flux().error()));
        }
    }

    /// One epoch.
    ///
    /// @param start of the observation, or the instrument's mean epoch where `start_assumed`
    /// @param bands as detected
    /// @param fullBand over the instrument's full band; `null` where nothing was measured
    /// @param referenceBand over the band in which all missions are compared
    @JsonNaming(SnakeCaseStrategy.class)
    record EpochDocument(
            String detectionId,
            String mission,
            String instrument,
            Instant start,
            boolean startAssumed,
            @Nullable Double signalToNoise,
            List<Detection.Band> bands,
            Detection.@Nullable Band fullBand,
            Detection.@Nullable Band referenceBand) {
        static EpochDocument of(LightCurve.Point point, EnergyBand reference) {
            return new EpochDocument(
                    point.epoch().detectionId(),
                    point.epoch().mission(),
                    point.epoch().instrument(),
                    point.time(),
                    point.timeAssumed(),
                    nullable(point.epoch().signalToNoise()),
                    point.epoch().bands().stream().map(LightCurveDocument::band).toList(),
                    point.own()
                            .map(own -> band(new BandPhotometry("full", point.ownBand(), own)))
                            .orElse(null),
                    point.reference()
                            .map(flux -> band(new BandPhotometry("reference", reference, flux)))
                            .orElse(null));
        }
    }

    private static Detection.Band band(BandPhotometry band) {
        String name = band.name();
        double low = band.band().lowKev();
        double high = band.band().highKev();
        return switch (band.photometry()) {
            case Photometry.Flux(Measurement flux) ->
                new Detection.Band(name, low, high, flux.value(), nullable(flux.error()), null, null);
            case Photometry.UpperLimit limit ->
                new Detection.Band(name, low, high, null, null, limit.cgs(), limit.confidence());
        };
    }

    private static FeaturedDetection.Feature feature(Measurement photonIndex) {
        return new FeaturedDetection.Feature(
                photonIndex.value(), nullable(photonIndex.error()), "", null, photonIndex.inputs());
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
