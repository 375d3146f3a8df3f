/// Search of catalogues in column files, one position at a time or many in one sweep.
///
/// Start at [io.lynceus.crossmatch.files.search.MappedCatalogue] for one position, and at
/// [io.lynceus.crossmatch.files.search.CatalogueRows] for many.
@NullMarked
package io.lynceus.crossmatch.files.search;

import org.jspecify.annotations.NullMarked;
