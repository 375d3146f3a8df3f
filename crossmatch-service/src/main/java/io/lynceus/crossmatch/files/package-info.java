/// Reference catalogues as immutable folders of files, each version in a folder of its own.
///
/// Start at [io.lynceus.crossmatch.files.CatalogueFolder]. A folder holds `<name>/<version>/columns.bin` with a
/// `manifest.json` beside it, and `<name>/current` with the version in use. Files are written aside and renamed, and
/// never change afterwards, so that any number of processes share their pages.
///
/// The packages below, in order: `sorting` sorts rows, `columns` writes and maps the column file, `search` finds rows
/// near positions, `importing` reads foreign tables.
@NullMarked
package io.lynceus.crossmatch.files;

import org.jspecify.annotations.NullMarked;
