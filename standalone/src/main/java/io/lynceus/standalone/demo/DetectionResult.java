package io.lynceus.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The suite's result for one detection.
///
/// @param association revision of it, from 1; the larger one counts
/// @param sourceId of the source it was given to
/// @param revision of that source, which orders its classifications
/// @param sourceClass of that source then
/// @param counterparts the accepted entry of each catalogue, by its name
/// @param time from the gateway until the record was on the topic
record DetectionResult(
        int association,
        String sourceId,
        long revision,
        String sourceClass,
        Map<String, String> counterparts,
        Duration latency) {
    /// Smallest probability that a catalogue holds the counterpart for which its best entry is accepted; the default of
    /// feature-service, `feature-rules.yaml`.
    private static final double ACCEPTED = 0.45;

    DetectionResult {
        counterparts = Map.copyOf(counterparts);
    }

    private record Classified(Featured featured, Classification classification) {}

    private record Featured(Enhanced enhanced, long revision) {}

    private record Enhanced(Source source, List<EnhancedDetection.Counterpart> counterparts) {}

    private record Source(String id, @Nullable Integer revision) {}

    private record Classification(@JsonProperty("class") String sourceClass) {}

    /// @param json a classified detection
    static DetectionResult of(byte[] json, Duration latency) {
        Classified classified = Wire.read(json, Classified.class);
        Enhanced enhanced = classified.featured().enhanced();
        Integer association = enhanced.source().revision();
        return new DetectionResult(
                association == null ? 1 : association,
                enhanced.source().id(),
                classified.featured().revision(),
                classified.classification().sourceClass(),
                enhanced.counterparts().stream()
                        .filter(entry -> entry.best() && entry.pAny() >= ACCEPTED)
                        .collect(Collectors.toMap(
                                EnhancedDetection.Counterpart::catalogue, EnhancedDetection.Counterpart::id)),
                latency);
    }

    /// The later result for one detection, with the latency of the first.
    DetectionResult or(DetectionResult other) {
        DetectionResult later = other.association > association ? other : this;
        return new DetectionResult(
                later.association, later.sourceId, later.revision, later.sourceClass, later.counterparts, latency);
    }
}
