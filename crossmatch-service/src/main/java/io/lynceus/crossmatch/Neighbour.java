package io.lynceus.crossmatch;

import io.lynceus.sky.PositionCovariance;
import java.util.ArrayList;
import java.util.List;

/// A catalogue entry near a detection, compared with it at the detection's epoch.
record Neighbour(CatalogueEntry entry, PositionMatch match) {
    /// Rounding and the curvature of the way an object has moved, both far below this [arcsec]. Source: choice.
    private static final double SEARCH_MARGIN_ARCSEC = 0.01;

    /// All entries of a catalogue that were within a radius of a detection when it was made.
    static List<Neighbour> of(XrayDetection detection, ReferenceCatalogue catalogue, double radiusArcsec) {
        CatalogueStatistics statistics = catalogue.profile().statistics();
        double searched = radiusArcsec + statistics.longestWayArcsec(detection.epoch()) + SEARCH_MARGIN_ARCSEC;
        List<Neighbour> neighbours = new ArrayList<>();
        for (CatalogueEntry entry : catalogue.entriesWithin(detection.position(), searched)) {
            EntryAtEpoch moved = EntryAtEpoch.of(entry, detection.epoch(), statistics);
            PositionCovariance combined = detection.covariance().plus(moved.covariance());
            PositionMatch match = PositionMatch.between(detection.position(), moved.position(), combined);
            if (match.separationArcsec() <= radiusArcsec) {
                neighbours.add(new Neighbour(entry, match));
            }
        }
        return neighbours;
    }
}
