/// What the service does with a detection: classify it under the active models, keep the result, find it again.
///
/// Start at [ActiveModels]. Everything in the domain packages is plain Java: no I/O, no clock, randomness only from
/// seeds that are parameters.
///
/// Method: Tranin, Godet, Webb & Primorac (2022), A&A 657, A138, doi:10.1051/0004-6361/202141259.
@NullMarked
package io.lynceus.classifier;

import org.jspecify.annotations.NullMarked;
