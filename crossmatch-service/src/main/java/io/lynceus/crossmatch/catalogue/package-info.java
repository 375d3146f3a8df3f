/// Reference catalogues: their rows, versions, imports, and the search by position.
///
/// Start at [io.lynceus.crossmatch.catalogue.ReferenceCatalogue], the port of the search, and at
/// [io.lynceus.crossmatch.catalogue.CatalogueStore], the port of the imports. Package `files` implements both.
@NullMarked
package io.lynceus.crossmatch.catalogue;

import org.jspecify.annotations.NullMarked;
