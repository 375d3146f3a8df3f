/// REST endpoints: cross-match on request, catalogues and their imports, sources with their detections.
@NullMarked
package io.lynceus.crossmatch.rest;

import org.jspecify.annotations.NullMarked;
