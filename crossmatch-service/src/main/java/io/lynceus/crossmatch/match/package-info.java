/// Bayesian match of positions: two of them, or an X-ray source with the entries of several catalogues.
///
/// Start at [io.lynceus.crossmatch.match.NwayMatch], the n-way association, and at
/// [io.lynceus.crossmatch.match.PositionMatch], the match of a pair. This package knows no catalogue, file or
/// detection, only positions, covariances and densities. On circular errors its numbers are those of NWAY 4.7.1; on
/// ellipses they are exact, where NWAY rescales separations.
///
/// Sources: Budavári & Szalay 2008, ApJ 679, 301, doi:10.1086/587156 (Bayes factors); Salvato et al. 2018, MNRAS 473,
/// 4937, doi:10.1093/mnras/stx2651, appendix B (priors, `p_any`, `p_i`, unrelated associations); Pineau et al. 2017,
/// A&A 597, A89, doi:10.1051/0004-6361/201629219 (elliptical errors).
@NullMarked
package io.lynceus.crossmatch.match;

import org.jspecify.annotations.NullMarked;
