package io.lynceus.gateway;

import java.util.Optional;
import java.util.OptionalDouble;

/// Which classifications a listener wants; an absent condition holds for all.
///
/// @param minOutlier least outlier measure [dex]
public record StreamFilter(Optional<String> sourceClass, OptionalDouble minOutlier) {
    boolean accepts(StreamEvent event) {
        return sourceClass.map(event.sourceClass()::equals).orElse(true)
                && (minOutlier.isEmpty() || event.outlierMeasure() >= minOutlier.getAsDouble());
    }
}
