/// Cross-match on request, catalogues, and the associations on record.
@NullMarked
package io.lynceus.crossmatch.rest;

import org.jspecify.annotations.NullMarked;
