/// Which X-ray source a detection is, what it is known as, what lies there at other wavelengths.
///
/// Start at [io.lynceus.crossmatch.Crossmatch], the pure function over open reference catalogues, and at
/// [io.lynceus.crossmatch.SourceAssociation], the pure function over known X-ray sources. Plain Java: catalogue files
/// are opened in `files`, read in from foreign formats in `files.importing`; sources and detections are kept in
/// `storage`.
///
/// Sources: Budavári & Szalay 2008, ApJ 679, 301, doi:10.1086/587156 (Bayes factors); Pineau et al. 2017, A&A 597,
/// A89, doi:10.1051/0004-6361/201629219 (elliptical errors); Salvato et al. 2018, MNRAS 473, 4937,
/// doi:10.1093/mnras/stx2651 (`p_any`, `p_i`); Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259
/// (identification, host galaxies).
@NullMarked
package io.lynceus.crossmatch;

import org.jspecify.annotations.NullMarked;
