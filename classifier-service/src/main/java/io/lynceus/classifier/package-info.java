/// Class of an X-ray source from its features: class densities, category weights, posterior and the track behind it.
///
/// Start at [Classifier] (a model applied to feature vectors), [ModelFit] (a model from a labelled table) and
/// [Evaluation] (what a model is worth on sources it has not seen). Everything is plain Java: no I/O, no clock,
/// randomness only from seeds that are parameters.
///
/// Method: Tranin, Godet, Webb & Primorac (2022), A&A 657, A138, doi:10.1051/0004-6361/202141259.
@NullMarked
package io.lynceus.classifier;

import org.jspecify.annotations.NullMarked;
