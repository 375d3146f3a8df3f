package io.lynceus.standalone.catalogue;

import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.CellRange;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// X-ray positions shifted at random to places without a source: matches there are by chance.
final class FakePositions {
    /// Shifts are this many search radii long at least, and three times that at most. Source: choice; far enough to
    /// leave the counterpart behind, near enough to stay in a sky as crowded.
    private static final double LEAST_RADII = 5;

    private static final double MOST_RADII = 3 * LEAST_RADII;

    /// Within so many search radii of a fake position lies no real one.
    private static final double CLEAR_RADII = 2;

    private static final int CELL_ORDER = 12;
    private static final int MOST_TRIES = 100;

    private final Map<Long, List<SkyPosition>> real = new HashMap<>();
    private final double radiusArcsec;
    private final double sigmas;

    /// @param radiusArcsec of the search, or
    /// @param sigmas times the detection's error, where that is wider
    FakePositions(List<XrayDetection> detections, double radiusArcsec, double sigmas) {
        this.radiusArcsec = radiusArcsec;
        this.sigmas = sigmas;
        detections.forEach(detection -> real.computeIfAbsent(
                        Healpix.cell(CELL_ORDER, detection.position()), _ -> new ArrayList<>())
                .add(detection.position()));
    }

    /// As many fakes of each detection as are needed for a number of them in all; fewer where the field is so full that
    /// no free place is found.
    List<XrayDetection> of(List<XrayDetection> detections, int atLeast, long seed) {
        Random random = new Random(seed);
        List<XrayDetection> fakes = new ArrayList<>();
        int each = (atLeast + detections.size() - 1) / Math.max(1, detections.size());
        for (XrayDetection detection : detections) {
            double radius =
                    Math.max(radiusArcsec, sigmas * detection.covariance().sigmaMajorArcsec());
            for (int i = 0; i < each; i++) {
                shifted(detection.position(), radius, random, fakes, detection);
            }
        }
        return fakes;
    }

    private void shifted(
            SkyPosition from, double radius, Random random, List<XrayDetection> fakes, XrayDetection detection) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            double length = radius * (LEAST_RADII + (MOST_RADII - LEAST_RADII) * random.nextDouble());
            SkyPosition to = from.offset(360 * random.nextDouble(), length);
            if (free(to, CLEAR_RADII * radius)) {
                fakes.add(new XrayDetection(detection.id(), to, detection.covariance(), detection.epoch()));
                return;
            }
        }
    }

    private boolean free(SkyPosition position, double radius) {
        for (CellRange range : Healpix.cone(CELL_ORDER, position, radius).ranges()) {
            for (long cell = range.from(); cell < range.to(); cell++) {
                for (SkyPosition other : real.getOrDefault(cell, List.of())) {
                    if (position.separationArcsec(other) < radius) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
