package io.lynceus.feature;

import java.util.Optional;

/// One feature of a source.
///
/// @param measurement empty where the inputs do not allow it
public record Feature(FeatureDefinition definition, Optional<Measurement> measurement) {}
