/// The features of a source, computed from all its epochs.
///
/// Start with [FeatureExtractor].
@NullMarked
package io.lynceus.feature.features;

import org.jspecify.annotations.NullMarked;
