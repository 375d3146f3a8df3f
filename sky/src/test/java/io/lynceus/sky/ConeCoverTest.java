package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(SkyDomain.class)
@Domain(DomainContext.Global.class)
class ConeCoverTest {
    @Test
    void holdsEveryCellWhoseMiddleHealpyFindsInside() {
        for (GoldenRow row : GoldenRow.of("cones.csv")) {
            CellRanges cover = Healpix.cone(row.order(0), row.position(1), row.number(3));
            assertTrue(Arrays.stream(row.longs(4)).allMatch(cover::contains), row::toString);
        }
    }

    @Test
    void isHardlyLargerThanHealpysInclusiveDiscAtSixtyFourfoldSubdivision() {
        long ours = 0;
        long healpys = 0;
        for (GoldenRow row : GoldenRow.of("cones.csv")) {
            ours += Healpix.cone(row.order(0), row.position(1), row.number(3)).size();
            healpys += row.longs(5).length;
        }
        assertTrue(ours <= 1.15 * healpys, ours + " cells, healpy " + healpys);
    }

    @Law
    void missesNoPositionWithinTheRadius(
            @ForAll SkyPosition center,
            @ForAll @IntRange(max = 29) int order,
            @ForAll @DoubleRange(min = 0, max = 6) @Scale(12) double radiusInCells,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double part,
            @ForAll @DoubleRange(min = 0, max = 360) @Scale(12) double angle) {
        double radius = Math.min(648_000, radiusInCells * Angles.ARCSEC_PER_RAD / (1L << order));
        SkyPosition inside = center.offset(angle, part * radius);
        assertTrue(Healpix.cone(order, center, radius).contains(Healpix.cell(order, inside)));
        SkyPosition border = center.offset(angle, radius);
        assertTrue(Healpix.cone(order, center, radius).contains(Healpix.cell(order, border)));
    }

    @Property(tries = 200, seed = "20250404")
    void everyCellHasAPointWithinItsStatedBound(
            @ForAll SkyPosition center,
            @ForAll @IntRange(max = 27) int order,
            @ForAll @DoubleRange(min = 0, max = 4) @Scale(12) double radiusInCells) {
        double radiusRad = Math.min(Math.PI, radiusInCells / (1L << order));
        double bound = radiusRad + 2 * ConeCover.CIRCUMRADIUS_RAD / (1L << order + 2) + 1e-14;
        for (long cell :
                Healpix.cone(order, center, radiusRad * Angles.ARCSEC_PER_RAD).cells()) {
            double nearest = Double.POSITIVE_INFINITY;
            for (long part = cell << 4; part < cell + 1 << 4; part++) {
                nearest = Math.min(nearest, Healpix.center(order + 2, part).separationRad(center));
            }
            assertTrue(nearest <= bound, () -> cell + " at order " + order);
        }
    }

    @Property(tries = 200, seed = "20250404")
    void isWhatTryingEveryCellFinds(
            @ForAll SkyPosition center,
            @ForAll @IntRange(max = 3) int order,
            @ForAll @DoubleRange(min = 0, max = 3.2) @Scale(12) double radiusRad) {
        double radius = Math.min(648_000, radiusRad * Angles.ARCSEC_PER_RAD);
        CellRanges cover = Healpix.cone(order, center, radius);
        for (long cell = 0; cell < Healpix.cellCount(order); cell++) {
            boolean touched = false;
            for (long part = cell << 6; part < cell + 1 << 6; part++) {
                touched |= Healpix.center(order + 3, part).separationArcsec(center) <= radius;
            }
            assertTrue(!touched || cover.contains(cell), "cell " + cell + " at order " + order);
        }
    }

    @Law
    void aConeWithoutRadiusHoldsItsOwnCellAndAtMostItsNeighbours(
            @ForAll SkyPosition center, @ForAll @IntRange(max = 29) int order) {
        CellRanges cover = Healpix.cone(order, center, 0);
        assertTrue(cover.contains(Healpix.cell(order, center)));
        assertTrue(cover.size() <= 9);
    }

    @Test
    void theWidestConeIsTheSphere() {
        for (int order = 0; order <= 6; order++) {
            assertEquals(
                    Healpix.cellCount(order),
                    Healpix.cone(order, new SkyPosition(33, -70), 648_000).size());
        }
    }

    @Test
    void boundsOnCellSizesHoldForHealpysCells() {
        for (GoldenRow row : GoldenRow.of("cell_sizes.csv")) {
            double side = 1L << row.order(0);
            // healpy's own figure is good to 1e-7 at the highest orders.
            assertTrue(row.number(1) * side <= ConeCover.CIRCUMRADIUS_RAD + 1e-7, row::toString);
            assertTrue(row.cells().get(2).isEmpty() || row.number(2) * side > ConeCover.WIDTH_RAD, row::toString);
        }
    }

    @Test
    void rangesAndCellsAreTheSameSet() {
        CellRanges cover = Healpix.cone(9, new SkyPosition(0.01, 41.8), 1800);
        long[] cells = cover.cells();
        assertEquals(cover.size(), cells.length);
        assertArrayEquals(Arrays.stream(cells).sorted().distinct().toArray(), cells);
        assertTrue(Arrays.stream(cells).allMatch(cover::contains));
        long within = Arrays.stream(cells)
                .map(cell -> cell + 1)
                .filter(cover::contains)
                .count();
        assertEquals(cover.ranges().size(), cells.length - within);
    }
}
