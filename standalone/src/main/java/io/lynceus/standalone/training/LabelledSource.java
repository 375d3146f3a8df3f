package io.lynceus.standalone.training;

import io.lynceus.feature.FeatureVector;
import io.lynceus.sky.SkyPosition;

/// A source whose class is known, with its features.
///
/// @param sourceClass as the sample names it, inside a model's taxonomy or not
record LabelledSource(String sourceClass, SkyPosition position, FeatureVector features) {}
