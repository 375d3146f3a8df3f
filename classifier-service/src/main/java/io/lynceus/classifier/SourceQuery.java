package io.lynceus.classifier;

import io.lynceus.classifier.model.SourceClass;
import io.lynceus.sky.SkyPosition;
import java.util.Optional;
import java.util.OptionalDouble;

/// Conditions on sources to list; an empty condition holds for every source.
///
/// @param minProbability of the source's class, in [0, 1]
/// @param minOutlier smallest outlier measure [dex]
/// @param outliers largest share of held-out sources of the class that are as unusual, in (0, 1]; sorts the
///     strangest first
/// @param minVariability smallest significant long-term ratio [dex]
/// @param minAbsLatitude least distance from the Galactic plane [deg], in [0, 90]
/// @param maxAbsLatitude greatest distance from the Galactic plane [deg], in [0, 90]
/// @param mission of any of the source's detections
/// @param name part of the source's name, upper or lower case
/// @param limit maximum number of sources, in [1, 1000]
/// @param after id of the source after which the list goes on
public record SourceQuery(
        Optional<SourceClass> sourceClass,
        OptionalDouble minProbability,
        OptionalDouble minOutlier,
        OptionalDouble outliers,
        OptionalDouble minVariability,
        OptionalDouble minAbsLatitude,
        OptionalDouble maxAbsLatitude,
        Optional<Cone> cone,
        Optional<String> mission,
        Optional<String> name,
        int limit,
        Optional<String> after) {
    public static final int MAX_LIMIT = 1000;

    public SourceQuery {
        if (!(limit >= 1 && limit <= MAX_LIMIT)) {
            throw new IllegalArgumentException("limit is " + limit + ", must lie in [1, " + MAX_LIMIT + "]");
        }
        if (minProbability.isPresent() && !(minProbability.getAsDouble() >= 0 && minProbability.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "min_probability is " + minProbability.getAsDouble() + ", must lie in [0, 1]");
        }
        if (outliers.isPresent() && !(outliers.getAsDouble() > 0 && outliers.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("outliers is " + outliers.getAsDouble()
                    + ", must lie in (0, 1]: the share of held-out sources that are as unusual");
        }
        if (minOutlier.isPresent() && !Double.isFinite(minOutlier.getAsDouble())) {
            throw new IllegalArgumentException("min_outlier must be a finite number: " + minOutlier.getAsDouble());
        }
        if (minVariability.isPresent() && !(minVariability.getAsDouble() >= 0)) {
            throw new IllegalArgumentException(
                    "min_variability is " + minVariability.getAsDouble() + ", must be >= 0 dex");
        }
        requireLatitude("min_abs_b_deg", minAbsLatitude);
        requireLatitude("max_abs_b_deg", maxAbsLatitude);
    }

    private static void requireLatitude(String name, OptionalDouble latitude) {
        if (latitude.isPresent() && !(latitude.getAsDouble() >= 0 && latitude.getAsDouble() <= 90)) {
            throw new IllegalArgumentException(
                    name + " is " + latitude.getAsDouble() + ", must lie in [0, 90] deg: a distance from the plane");
        }
    }

    /// A circle on the sky.
    ///
    /// @param radiusArcsec in (0, 648000] arcsec
    public record Cone(SkyPosition centre, double radiusArcsec) {
        /// Half the sky's circumference [arcsec].
        private static final double MAX_RADIUS_ARCSEC = 648_000;

        public Cone {
            if (!(radiusArcsec > 0 && radiusArcsec <= MAX_RADIUS_ARCSEC)) {
                throw new IllegalArgumentException(
                        "radius_arcsec is " + radiusArcsec + ", must lie in (0, 648000] arcsec");
            }
        }
    }
}
