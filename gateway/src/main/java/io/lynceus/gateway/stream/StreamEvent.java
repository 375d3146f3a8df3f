package io.lynceus.gateway.stream;

import io.lynceus.sky.SkyPosition;
import java.util.Set;

/// A classification as it arrived.
///
/// @param partition of the topic
/// @param offset in the partition
/// @param probability of the class, in [0, 1]
/// @param outlierMeasure −log10 of the largest unnormalised class score
/// @param mission of the detection
/// @param position of the source
/// @param data JSON for the listeners
public record StreamEvent(
        int partition,
        long offset,
        String sourceClass,
        double probability,
        double outlierMeasure,
        String mission,
        SkyPosition position,
        Set<Alert> alerts,
        String data) {
    public StreamEvent {
        alerts = Set.copyOf(alerts);
    }
}
