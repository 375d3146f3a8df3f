/// What reference catalogues know at the place of a detection: counterparts, identifications, host galaxies.
///
/// Start at [io.lynceus.crossmatch.surroundings.CounterpartSearch],
/// [io.lynceus.crossmatch.surroundings.Identifications] and [io.lynceus.crossmatch.surroundings.HostGalaxy]. What can
/// be learned about a catalogue is here too: [io.lynceus.crossmatch.surroundings.MagnitudePrior] and
/// [io.lynceus.crossmatch.surroundings.Calibration].
///
/// Sources: Salvato et al. 2018, MNRAS 473, 4937, doi:10.1093/mnras/stx2651 (`p_any`, `p_i`); Tranin et al. 2022, A&A
/// 657, A138, doi:10.1051/0004-6361/202141259 (identification, host galaxies).
@NullMarked
package io.lynceus.crossmatch.surroundings;

import org.jspecify.annotations.NullMarked;
