package io.lynceus.crossmatch.detection;

/// Values assumed for a mission's detections that do not give their own.
///
/// @param errorContainment probability that the error ellipse holds the true position, in (0, 1)
/// @param epoch mean date of its observations and their spread
public record MissionDefaults(double errorContainment, ObservationEpoch epoch) {
    public MissionDefaults {
        Require.positive("error containment", errorContainment, "");
        if (!(errorContainment < 1)) {
            throw new IllegalArgumentException("error containment is " + errorContainment + ", must lie in (0, 1)");
        }
    }
}
