package io.lynceus.gateway.stream;

import io.lynceus.sky.SkyPosition;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The filter of a listener; an absent condition matches everything.
///
/// @param minProbability least probability of the class, in [0, 1]
/// @param minOutlier least outlier measure [dex]
/// @param mission of the detection
/// @param alerts at least one of these; empty for every classification, whether it is an alert or not
public record StreamFilter(
        Optional<String> sourceClass,
        OptionalDouble minProbability,
        OptionalDouble minOutlier,
        Optional<String> mission,
        Set<Alert> alerts,
        Optional<Cone> cone) {
    public StreamFilter {
        if (minProbability.isPresent() && !(minProbability.getAsDouble() >= 0 && minProbability.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "min_probability is " + minProbability.getAsDouble() + ", must lie in [0, 1]");
        }
        if (minOutlier.isPresent() && !Double.isFinite(minOutlier.getAsDouble())) {
            throw new IllegalArgumentException("min_outlier must be a finite number: " + minOutlier.getAsDouble());
        }
        alerts = Set.copyOf(alerts);
    }

    /// A circle on the sky.
    ///
    /// @param radiusArcsec in (0, 648000] arcsec
    public record Cone(SkyPosition centre, double radiusArcsec) {
        private static final double HALF_CIRCLE_ARCSEC = 648_000;

        public Cone {
            if (!(radiusArcsec > 0 && radiusArcsec <= HALF_CIRCLE_ARCSEC)) {
                throw new IllegalArgumentException(
                        "radius_arcsec is " + radiusArcsec + ", must lie in (0, 648000] arcsec");
            }
        }
    }

    /// The filter that accepts everything.
    public static StreamFilter none() {
        return new StreamFilter(
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    public boolean accepts(StreamEvent event) {
        return sourceClass.map(event.sourceClass()::equals).orElse(true)
                && (minProbability.isEmpty() || event.probability() >= minProbability.getAsDouble())
                && (minOutlier.isEmpty() || event.outlierMeasure() >= minOutlier.getAsDouble())
                && mission.map(event.mission()::equals).orElse(true)
                && (alerts.isEmpty() || !Collections.disjoint(alerts, event.alerts()))
                && cone.map(it -> it.centre().separationArcsec(event.position()) <= it.radiusArcsec())
                        .orElse(true);
    }
}
