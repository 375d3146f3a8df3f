/// The classified sources as the Virtual Observatory asks for them: Simple Cone Search 1.03 (REC-SCS-1.03, with its
/// errata), MAXREC and RESPONSEFORMAT of DALI 1.1, VOSI 1.1, and tables with units, UCDs and provenance.
///
/// Start at [io.lynceus.gateway.rest.vo.ConeSearchResource]; what a table holds is in
/// [io.lynceus.gateway.rest.vo.SourceColumns].
@NullMarked
package io.lynceus.gateway.rest.vo;

import org.jspecify.annotations.NullMarked;
