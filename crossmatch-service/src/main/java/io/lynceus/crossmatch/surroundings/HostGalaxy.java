package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import java.util.Comparator;
import java.util.Optional;

/// Galaxy that contains the position of a detection within its optical extent.
///
/// @param catalogue name of the catalogue that lists it
/// @param entry the row
/// @param disc its D25 ellipse
/// @param separationArcsec from its centre [arcsec]
/// @param galactocentricRadius in units of the D25 ellipse's radius in that direction, in [0, 1.265]
public record HostGalaxy(
        String catalogue, CatalogueEntry entry, GalaxyDisc disc, double separationArcsec, double galactocentricRadius) {
    /// Size of the Holmberg ellipse over the D25 ellipse: the isophote at 26.5 mag per square arcsecond.
    /// Source: Tranin et al. 2022, A&A 657, A138, sect. 2, doi:10.1051/0004-6361/202141259.
    private static final double HOLMBERG_SCALE = 1.265;

    public static final Comparator<HostGalaxy> INNERMOST_FIRST = Comparator.comparingDouble(
                    HostGalaxy::galactocentricRadius)
            .thenComparing(host -> host.entry().id());

    /// The galaxy of a catalogue in which the detection lies deepest, within the Holmberg ellipse.
    public static Optional<HostGalaxy> in(ReferenceCatalogue catalogue, XrayDetection detection) {
        return catalogue.galaxiesReaching(detection.position(), HOLMBERG_SCALE).stream()
                .flatMap(entry -> entry.disc().map(disc -> of(catalogue, entry, disc, detection)).stream())
                .filter(host -> host.galactocentricRadius() <= HOLMBERG_SCALE)
                .min(INNERMOST_FIRST);
    }

    private static HostGalaxy of(
            ReferenceCatalogue catalogue, CatalogueEntry entry, GalaxyDisc disc, XrayDetection detection) {
        return new HostGalaxy(
                catalogue.version().name(),
                entry,
                disc,
                entry.position().separationArcsec(detection.position()),
                disc.radiusOf(entry.position(), detection.position()));
    }
}
