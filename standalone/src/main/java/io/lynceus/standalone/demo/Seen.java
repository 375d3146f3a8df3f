package io.lynceus.standalone.demo;

import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.EnhancedDetection;
import io.lynceus.contracts.FeaturedDetection;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// What the suite made of one detection.
///
/// @param sourceId of the source it was given to
/// @param revision of that source, which orders its classifications
/// @param sourceClass of that source then
/// @param counterparts the accepted entry of each catalogue, by its name
/// @param latency from the suite's door until the record was on the topic
record Seen(String sourceId, long revision, String sourceClass, Map<String, String> counterparts, Duration latency) {
    /// Probability that a catalogue holds the counterpart from which its best entry is accepted; the default of
    /// feature-service, `feature-rules.yaml`.
    private static final double ACCEPTED = 0.45;

    Seen {
        counterparts = Map.copyOf(counterparts);
    }

    static Seen of(ClassifiedDetection classified, Duration latency) {
        FeaturedDetection featured = classified.featured().as(FeaturedDetection.class);
        EnhancedDetection enhanced = featured.enhanced().as(EnhancedDetection.class);
        return new Seen(
                enhanced.source().id(),
                featured.revision(),
                classified.classification().sourceClass(),
                enhanced.counterparts().stream()
                        .filter(entry -> entry.best() && entry.pAny() >= ACCEPTED)
                        .collect(Collectors.toMap(
                                EnhancedDetection.Counterpart::catalogue, EnhancedDetection.Counterpart::id)),
                latency);
    }
}
