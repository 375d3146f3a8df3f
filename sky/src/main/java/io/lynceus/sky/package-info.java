/// Positions, error ellipses, HEALPix, energy bands and fluxes. JDK only.
@NullMarked
package io.lynceus.sky;

import org.jspecify.annotations.NullMarked;
