/// The light curve of a source over all missions, in one band, and its blocks of constant flux.
///
/// Start with [LightCurve].
@NullMarked
package io.lynceus.feature.lightcurve;

import org.jspecify.annotations.NullMarked;
