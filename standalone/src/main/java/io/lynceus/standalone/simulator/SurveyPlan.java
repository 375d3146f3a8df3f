package io.lynceus.standalone.simulator;

/// The size and seed of a survey.
///
/// @param sources number of X-ray sources, >= 1
/// @param detections number of detections, >= sources: each source is detected at least once
/// @param seed the same seed gives the same survey, byte for byte
public record SurveyPlan(int sources, int detections, long seed) {
    /// Detections per source: a choice near the 2.5 of a survey with repeated pointings.
    private static final double DETECTIONS_PER_SOURCE = 2.5;

    public SurveyPlan {
        if (sources < 1) {
            throw new IllegalArgumentException("number of sources is " + sources + ", must be >= 1");
        }
        if (detections < sources) {
            throw new IllegalArgumentException(
                    "number of detections is " + detections + ", must be at least one per source, " + sources);
        }
    }

    /// A plan with the usual number of detections per source.
    public static SurveyPlan of(int sources, long seed) {
        return new SurveyPlan(sources, (int) (sources * DETECTIONS_PER_SOURCE), seed);
    }
}
