/// Reference catalogues on the command line: importing them, looking into them, choosing among their versions.
///
/// Start at [CatalogueCommand]. The suite need not run; a running cross-match takes up new versions.
@NullMarked
package io.lynceus.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
