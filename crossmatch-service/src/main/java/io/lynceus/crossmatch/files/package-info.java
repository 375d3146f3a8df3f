/// Reference catalogues as immutable, memory-mapped column files, sorted along the HEALPix curve.
///
/// Start at [io.lynceus.crossmatch.files.CatalogueFolder]. A folder holds `<name>/<version>/columns.bin` with a
/// `manifest.json` beside it, and `<name>/current` with the version in use. Files are written aside and renamed, and
/// never change afterwards, so that any number of processes share their pages.
@NullMarked
package io.lynceus.crossmatch.files;

import org.jspecify.annotations.NullMarked;
