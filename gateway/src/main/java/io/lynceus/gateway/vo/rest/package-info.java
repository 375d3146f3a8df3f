/// Sources for the Virtual Observatory: cone search, availability and capabilities, VOTable and CSV.
///
/// Start at [io.lynceus.gateway.vo.rest.ConeSearchResource].
@NullMarked
package io.lynceus.gateway.vo.rest;

import org.jspecify.annotations.NullMarked;
