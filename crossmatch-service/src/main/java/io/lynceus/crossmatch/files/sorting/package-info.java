/// External sorting of catalogue rows along the HEALPix curve, in bounded memory.
///
/// Start at [io.lynceus.crossmatch.files.sorting.RowSorter].
@NullMarked
package io.lynceus.crossmatch.files.sorting;

import org.jspecify.annotations.NullMarked;
