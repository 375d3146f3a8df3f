/// The features of an X-ray source after all its epochs, and its light curve over all missions.
///
/// Start with [FeatureExtractor]: epochs in, feature vector out, a pure function. What it depends on besides
/// the data is in [FeatureRules]. Every number is a [Measurement] with its propagated error, or missing.
///
/// Papers: Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259; Quintin et al. 2024 (STONKS)
/// for the light curve over missions.
@NullMarked
package io.lynceus.feature;

import org.jspecify.annotations.NullMarked;
