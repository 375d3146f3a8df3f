/// Classified sources for the Virtual Observatory: Simple Cone Search 1.03 (REC-SCS-1.03, with its errata), MAXREC and
/// RESPONSEFORMAT of DALI 1.1, VOSI 1.1, and tables with units, UCDs and provenance.
///
/// Start at [io.lynceus.gateway.vo.rest.ConeSearchResource]; the columns of a table are in
/// [io.lynceus.gateway.vo.rest.SourceColumns].
@NullMarked
package io.lynceus.gateway.vo.rest;

import org.jspecify.annotations.NullMarked;
