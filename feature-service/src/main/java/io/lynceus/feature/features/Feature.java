package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Measurement;
import java.util.Optional;

/// One feature of a source.
///
/// @param measurement empty where the inputs do not allow it
/// @param absence why there is no measurement; empty where there is one
public record Feature(FeatureDefinition definition, Optional<Measurement> measurement, Optional<Absence> absence) {
    public Feature {
        if (measurement.isPresent() == absence.isPresent()) {
            throw new IllegalArgumentException(definition.name() + " must have a measurement or a reason for none");
        }
    }
}
