package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.sky.PositionCovariance;
import java.util.ArrayList;
import java.util.List;

/// A catalogue entry near a detection, compared with it at the detection's epoch.
///
/// @param moved the entry at that epoch, the catalogue's systematic error added
record Neighbour(CatalogueEntry entry, EntryAtEpoch moved, PositionMatch match) {
    /// Rounding and the curvature of the way an object has moved, both far below this [arcsec]. Source: choice.
    private static final double SEARCH_MARGIN_ARCSEC = 0.01;

    /// All entries of a catalogue that were within a radius of a detection when it was made.
    static List<Neighbour> of(XrayDetection detection, ReferenceCatalogue catalogue, double radiusArcsec) {
        return of(detection, catalogue, radiusArcsec, 0);
    }

    /// The same, with a systematic error [arcsec] added to that of every entry.
    static List<Neighbour> of(
            XrayDetection detection, ReferenceCatalogue catalogue, double radiusArcsec, double systematicArcsec) {
        CatalogueStatistics statistics = catalogue.profile().statistics();
        PositionCovariance systematic = PositionCovariance.isotropic(systematicArcsec);
        double searched = radiusArcsec + statistics.longestWayArcsec(detection.epoch()) + SEARCH_MARGIN_ARCSEC;
        List<Neighbour> neighbours = new ArrayList<>();
        for (CatalogueEntry entry : catalogue.entriesWithin(detection.position(), searched)) {
            EntryAtEpoch moved =
                    EntryAtEpoch.of(entry, detection.epoch(), statistics).blurredBy(systematic);
            PositionCovariance combined = detection.covariance().plus(moved.covariance());
            PositionMatch match = PositionMatch.between(detection.position(), moved.position(), combined);
            if (match.separationArcsec() <= radiusArcsec) {
                neighbours.add(new Neighbour(entry, moved, match));
            }
        }
        return neighbours;
    }

    /// What the match would be were the entry taken where its catalogue lists it.
    PositionMatch matchAsListed(XrayDetection detection, double systematicArcsec) {
        return PositionMatch.between(
                detection.position(),
                entry.position(),
                detection
                        .covariance()
                        .plus(entry.error().covariance())
                        .plus(PositionCovariance.isotropic(systematicArcsec)));
    }
}
