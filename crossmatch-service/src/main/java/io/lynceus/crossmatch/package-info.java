/// Cross-match: which X-ray source a detection belongs to, and what lies there at other wavelengths.
///
/// This package holds what the service does with a detection. [io.lynceus.crossmatch.Crossmatch] looks it up in the
/// reference catalogues, [io.lynceus.crossmatch.DetectionRegister] keeps it with its source.
///
/// The domain's packages in order, each using only those before it: `match`, `detection`, `catalogue`, `surroundings`,
/// `source`, and this one. The others are adapters.
@NullMarked
package io.lynceus.crossmatch;

import org.jspecify.annotations.NullMarked;
