package io.lynceus.crossmatch.catalogue;

import io.lynceus.sky.SkyPosition;
import java.util.List;

/// A reference catalogue that can be searched by position. Immutable and safe for use by many threads.
///
/// 1. `entriesWithin` returns exactly the rows within the radius of the centre, at the catalogue's own epoch, each
///    once. This holds at the poles and across right ascension 0 too.
/// 2. `galaxiesReaching` returns exactly the galaxies with a centre at most the scaled semi-major axis away, each once.
/// 3. The order of the rows depends on the catalogue alone.
/// 4. `densityPerSqDeg` of a selection (`complete: false`) is its declared density everywhere.
public interface ReferenceCatalogue {
    String PARALLAX = "parallax";
    String PROPER_MOTION = "proper_motion";
    String HOST_GALAXY = "host_galaxy";

    /// What the catalogue is.
    CatalogueProfile profile();

    /// Its name with the version of its contents.
    CatalogueVersion version();

    /// All rows within a radius.
    ///
    /// @param radiusArcsec [arcsec], in [0, 648000]
    List<CatalogueEntry> entriesWithin(SkyPosition center, double radiusArcsec);

    /// All galaxies with a scaled disc that may reach a position.
    ///
    /// @param scale of the semi-major axes, > 0
    List<CatalogueEntry> galaxiesReaching(SkyPosition position, double scale);

    /// Rows per square degree around a position [deg^-2], > 0. It is measured there if the catalogue is complete,
    /// so that the Galactic plane differs from the pole. A selection, or a catalogue with too few rows to measure,
    /// has its profile's density.
    double densityPerSqDeg(SkyPosition position);

    /// What the catalogue would measure of an object at a position: its bands, [#PARALLAX], [#PROPER_MOTION] of
    /// counterparts, [#HOST_GALAXY] of galaxies; empty where it does not reach, or is of a class.
    List<String> measuresAt(SkyPosition position);
}
