package io.lynceus.feature.messaging;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.Arrival.Association;
import io.lynceus.feature.Arrival.Departure;
import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.HostGalaxy;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.epoch.PositionError;
import io.lynceus.feature.epoch.SearchedCatalogue;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.SkyPosition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the epoch out of an [EnhancedDetection], in one pass that takes nothing else.
final class EnhancedDetectionCodec {
    /// Confidence of a limit that does not say: a 3σ limit, the contract of `POST /api/v1/classify`.
    private static final double DEFAULT_CONFIDENCE = 0.997;

    private EnhancedDetectionCodec() {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Enhanced(
            @Nullable Detection detection,
            @Nullable Source source,
            EnhancedDetection.@Nullable HostGalaxy hostGalaxy,
            @Nullable List<EnhancedDetection.Counterpart> counterparts,
            @Nullable List<EnhancedDetection.SearchedCatalogue> catalogues) {}

    private record Source(@Nullable String id, @Nullable Integer revision, EnhancedDetection.@Nullable Change change) {}

    /// @throws io.lynceus.contracts.UnreadableJson if these bytes are no enhanced detection
    /// @throws IllegalArgumentException if a value is missing or impossible
    static Arrival decode(byte[] json) {
        Enhanced enhanced = Wire.read(json, Enhanced.class);
        Source source = required("source", enhanced.source());
        Detection detection = required("detection", enhanced.detection());
        return new Arrival(
                required("source.id", source.id()), epoch(detection, enhanced), association(source), sha256(json));
    }

    private static Association association(Source source) {
        EnhancedDetection.Change change = source.change();
        if (source.revision() == null || change == null) {
            return Association.FIRST;
        }
        return new Association(
                source.revision(),
                Optional.of(required("source.change.from_source_id", change.fromSourceId())),
                change.kind() == EnhancedDetection.ChangeKind.MERGED,
                change.departed().stream()
                        .map(one -> new Departure(one.detectionId(), one.revision()))
                        .toList());
    }

    private static Epoch epoch(Detection detection, Enhanced enhanced) {
        Detection.Position position = required("detection.position", detection.position());
        return new Epoch(
                required("detection.id", detection.id()),
                required("detection.mission", detection.mission()),
                Optional.ofNullable(detection.instrument()).orElse(""),
                Optional.ofNullable(detection.start()).map(EnhancedDetectionCodec::instant),
                new SkyPosition(position.raDeg(), position.decDeg()),
                Optional.of(error(position)),
                required("detection.bands", detection.bands()).stream()
                        .flatMap(EnhancedDetectionCodec::band)
                        .toList(),
                optional(detection.signalToNoise()),
                optional(detection.intraObservationVariability()),
                optional(detection.interObservationVariability()),
                measurement(detection.photonIndex(), detection.photonIndexError()),
                searched(enhanced.catalogues()),
                required("counterparts", enhanced.counterparts()).stream()
                        .filter(EnhancedDetection.Counterpart::best)
                        .map(EnhancedDetectionCodec::counterpart)
                        .toList(),
                Optional.ofNullable(enhanced.hostGalaxy())
                        .map(host -> new HostGalaxy(
                                host.galactocentricRadius(), optional(host.redshift()), optional(host.distanceMpc()))));
    }

    /// Empty where a catalogue does not say what it measures: written before it was asked.
    private static Optional<List<SearchedCatalogue>> searched(
            @Nullable List<EnhancedDetection.SearchedCatalogue> catalogues) {
        if (catalogues == null || catalogues.stream().anyMatch(catalogue -> catalogue.measures() == null)) {
            return Optional.empty();
        }
        return Optional.of(catalogues.stream()
                .flatMap(catalogue -> Stream.ofNullable(catalogue.measures())
                        .filter(measures -> !measures.isEmpty())
                        .map(measures -> new SearchedCatalogue(catalogue.name(), measures)))
                .toList());
    }

    private static PositionError error(Detection.Position position) {
        Double minor = position.errorMinorArcsec();
        return new PositionError(
                position.errorMajorArcsec(),
                minor == null ? position.errorMajorArcsec() : minor,
                optional(position.errorContainment()));
    }

    /// A flux above zero is the measurement; a flux of zero yields to an upper limit; without either there is
    /// none.
    private static Stream<BandPhotometry> band(Detection.Band band) {
        Double flux = band.fluxCgs();
        Double limit = band.upperLimitCgs();
        Photometry photometry;
        if (flux != null && (flux > 0 || limit == null)) {
            photometry = new Photometry.Flux(new Measurement(flux, optional(band.fluxErrorCgs())));
        } else if (limit != null) {
            photometry = new Photometry.UpperLimit(
                    limit, optional(band.upperLimitConfidence()).orElse(DEFAULT_CONFIDENCE));
        } else {
            return Stream.empty();
        }
        return Stream.of(new BandPhotometry(
                required("band name", band.name()), new EnergyBand(band.lowKev(), band.highKev()), photometry));
    }

    private static Counterpart counterpart(EnhancedDetection.Counterpart entry) {
        Map<String, Measurement> magnitudes = new HashMap<>();
        entry.magnitudes().forEach((band, magnitude) -> magnitudes.put(band, Measurement.of(magnitude)));
        return new Counterpart(
                entry.catalogue(),
                entry.precedence(),
                OptionalDouble.of(entry.pAny()),
                magnitudes,
                measurement(entry.parallaxMas(), entry.parallaxErrorMas()),
                measurement(entry.pmraMasyr(), entry.pmraErrorMasyr())
                        .flatMap(east -> measurement(entry.pmdecMasyr(), entry.pmdecErrorMasyr())
                                .map(north -> Counterpart.totalMotion(east, north))));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("start is " + text + ", must be an ISO 8601 instant", e);
        }
    }

    private static Optional<Measurement> measurement(@Nullable Double value, @Nullable Double error) {
        return value == null ? Optional.empty() : Optional.of(new Measurement(value, optional(error)));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + name + " is missing");
        }
        return value;
    }

    private static byte[] sha256(byte[] json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
