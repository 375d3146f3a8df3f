/// Adds each detection to its X-ray source and computes the source's features after all its epochs.
///
/// Start with [EpochUpdate]: what is stored and what arrives in, what is stored then out. The features come from
/// [io.lynceus.feature.features.FeatureExtractor], a pure function of the epochs. What it depends on besides them is in
/// [io.lynceus.feature.epoch.FeatureRules]. Every number is a [io.lynceus.feature.epoch.Measurement] with its
/// propagated error, or missing.
///
/// Papers: Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259; Quintin et al. 2024 (STONKS) for the
/// light curve over missions.
@NullMarked
package io.lynceus.feature;

import org.jspecify.annotations.NullMarked;
