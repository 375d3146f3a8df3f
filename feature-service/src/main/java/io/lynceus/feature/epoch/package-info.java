/// A detection as an epoch of its source: photometry, counterparts and errors, with what its mission leaves unsaid.
///
/// Start with [Epoch].
@NullMarked
package io.lynceus.feature.epoch;

import org.jspecify.annotations.NullMarked;
