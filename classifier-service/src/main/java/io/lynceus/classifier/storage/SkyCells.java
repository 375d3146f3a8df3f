package io.lynceus.classifier.storage;

import io.lynceus.classifier.SourceQuery.Cone;
import io.lynceus.sky.CellRange;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.util.List;

/// HEALPix cells for cone searches: nested, order 29. Every coarser cell is one range of them.
final class SkyCells {
    /// Size of a cell of order 0, the square root of 4 pi / 12 sr [arcsec].
    private static final double ORDER_ZERO_ARCSEC = Math.toDegrees(Math.sqrt(Math.PI / 3)) * 3600;

    private SkyCells() {}

    static long cell(SkyPosition position) {
        return Healpix.cell(Healpix.ORDER_MAX, position);
    }

    /// Ranges of order-29 cells that hold the cone, from cells about as large as its radius: a few dozen at most.
    static List<CellRange> ranges(Cone cone) {
        int order = Math.clamp(
                (int) Math.floor(Math.log(2 * ORDER_ZERO_ARCSEC / cone.radiusArcsec()) / Math.log(2)),
                0,
                Healpix.ORDER_MAX);
        int shift = 2 * (Healpix.ORDER_MAX - order);
        return Healpix.cone(order, cone.centre(), cone.radiusArcsec()).ranges().stream()
                .map(range -> new CellRange(range.from() << shift, range.to() << shift))
                .toList();
    }
}
