package io.lynceus.gateway.stream.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Classification;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.EnhancedDetection.HostGalaxy;
import io.lynceus.contracts.EnhancedDetection.SourceAssociation;
import io.lynceus.contracts.FeaturedDetection.Feature;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.stream.Alert;
import io.lynceus.gateway.stream.AlertRules;
import io.lynceus.gateway.stream.StreamEvent;
import io.lynceus.sky.Containment;
import io.lynceus.sky.SkyPosition;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Reads the part of a classification that listeners get; the whole is at `/api/v1/sources/{id}`.
@Singleton
class StreamEventCodec {
    private static final double THREE_SIGMA = 3;

    private final AlertRules rules;

    StreamEventCodec(AlertRules rules) {
        this.rules = rules;
    }

    /// @param enteredAt when the detection entered the suite, ISO 8601; `null` where that was not noted
    /// @param classifiedAt ISO 8601
    @JsonNaming(SnakeCaseStrategy.class)
    record Event(
            String sourceId,
            String name,
            String detectionId,
            String mission,
            double raDeg,
            double decDeg,
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            List<String> alerts,
            @Nullable String enteredAt,
            String classifiedAt,
            ModelReference model) {}

    // What is needed of the records inside: the rest is passed over unread.
    record Featured(RawJson enhanced, @Nullable Map<String, Feature> features) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Enhanced(
            Detected detection,
            SourceAssociation source,
            @Nullable String identifiedClass,
            @Nullable HostGalaxy hostGalaxy) {}

    record Detected(String id, String mission) {}

    /// @throws io.lynceus.contracts.UnreadableJson if the value is no classified detection
    StreamEvent decode(ConsumerRecord<String, byte[]> record) {
        ClassifiedDetection classified = Wire.read(record.value(), ClassifiedDetection.class);
        Featured featured = classified.featured().as(Featured.class);
        Enhanced enhanced = featured.enhanced().as(Enhanced.class);
        Classification classification = classified.classification();
        Set<Alert> alerts = rules.of(facts(classification, featured, enhanced));
        SkyPosition position = new SkyPosition(
                enhanced.source().position().raDeg(),
                enhanced.source().position().decDeg());
        Event event = new Event(
                enhanced.source().id(),
                enhanced.source().name(),
                enhanced.detection().id(),
                enhanced.detection().mission(),
                position.raDeg(),
                position.decDeg(),
                classification.sourceClass(),
                classification.probabilities(),
                classification.margin(),
                classification.outlierMeasure(),
                alerts.stream().map(Alert::wireName).toList(),
                enteredAt(record),
                Instant.ofEpochMilli(record.timestamp()).toString(),
                classification.model());
        return new StreamEvent(
                record.partition(),
                record.offset(),
                classification.sourceClass(),
                classification.probabilities().getOrDefault(classification.sourceClass(), 0.0),
                classification.outlierMeasure(),
                enhanced.detection().mission(),
                position,
                alerts,
                new String(Wire.write(event), StandardCharsets.UTF_8));
    }

    private static AlertRules.Facts facts(Classification classification, Featured featured, Enhanced enhanced) {
        Map<String, Feature> features = Objects.requireNonNullElse(featured.features(), Map.of());
        return new AlertRules.Facts(
                optional(classification.outlierFalseAlarm()),
                value(features, "significant_long_term_ratio"),
                value(features, "log_luminosity"),
                value(features, "photon_index"),
                Optional.ofNullable(enhanced.hostGalaxy())
                        .map(host ->
                                new AlertRules.InGalaxy(host.separationArcsec(), threeSigmaArcsec(enhanced.source()))),
                Optional.ofNullable(enhanced.identifiedClass()));
    }

    private static double threeSigmaArcsec(SourceAssociation source) {
        Double containment = source.position().errorContainment();
        return source.position().errorMajorArcsec()
                * THREE_SIGMA
                / (containment == null ? 1 : Containment.sigmaFactor(containment));
    }

    private static OptionalDouble value(Map<String, Feature> features, String name) {
        Feature feature = features.get(name);
        return feature == null ? OptionalDouble.empty() : optional(feature.value());
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static @Nullable String enteredAt(ConsumerRecord<String, byte[]> record) {
        Header time = record.headers().lastHeader(CloudEvent.TIME);
        return time == null ? null : new String(time.value(), StandardCharsets.UTF_8);
    }
}
