/// Positions on the sky, their errors, HEALPix cells and energy bands: the quantities every service shares.
///
/// Start at [io.lynceus.sky.SkyPosition]. Positions are ICRS; angles are degrees at the boundary, arcseconds for
/// radii and separations, radians inside trigonometry. Position angles run from north through east. Everything is
/// immutable and refuses NaN with a message that names the value and its unit.
///
/// Sources: Gorski et al. 2005, ApJ 622, 759, doi:10.1086/427976 and Calabretta & Roukema 2007, MNRAS 381, 865,
/// doi:10.1111/j.1365-2966.2007.12297.x (HEALPix); Pineau et al. 2017, A&A 597, A89,
/// doi:10.1051/0004-6361/201629219 (position errors as covariances).
@NullMarked
package io.lynceus.sky;

import org.jspecify.annotations.NullMarked;
