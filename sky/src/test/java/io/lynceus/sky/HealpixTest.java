package io.lynceus.sky;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Domain(SkyDomain.class)
@Domain(DomainContext.Global.class)
class HealpixTest {
    @Test
    void cellsCentresAndNeighboursAreThoseOfHealpyAtEveryOrder() {
        for (GoldenRow row : GoldenRow.of("cells.csv")) {
            int order = row.order(0);
            long cell = Healpix.cell(order, row.position(1));
            assertEquals(Long.parseLong(row.cells().get(3)), cell, row::toString);
            assertEquals(0, Healpix.center(order, cell).separationRad(row.position(4)), 1e-14, row::toString);
            assertArrayEquals(row.longs(6), Healpix.neighbours(order, cell), row::toString);
        }
    }

    @Test
    void everyNeighbourOfEveryCellAtLowOrdersIsThatOfHealpy() {
        for (GoldenRow row : GoldenRow.of("neighbours.csv")) {
            long cell = Long.parseLong(row.cells().get(1));
            assertArrayEquals(row.longs(2), Healpix.neighbours(row.order(0), cell), row::toString);
        }
    }

    @Law
    void theCentreOfACellLiesInIt(@ForAll SkyPosition position, @ForAll @IntRange(max = 29) int order) {
        long cell = Healpix.cell(order, position);
        assertEquals(cell, Healpix.cell(order, Healpix.center(order, cell)));
    }

    @Law
    void aPositionIsWithinTheCircumradiusOfItsCellsCentre(
            @ForAll SkyPosition position, @ForAll @IntRange(max = 29) int order) {
        SkyPosition center = Healpix.center(order, Healpix.cell(order, position));
        assertTrue(center.separationRad(position) <= ConeCover.CIRCUMRADIUS_RAD / (1L << order) + 2e-15);
    }

    @Law
    void aCellLiesInTheCellOfTheOrderAbove(
            @ForAll SkyPosition position, @ForAll @IntRange(min = 1, max = 29) int order) {
        // Below the rounding of right ascension a position on a border may fall on either side of it.
        SkyPosition inside = Healpix.center(order, Healpix.cell(order, position));
        assertEquals(Healpix.cell(order, inside) >> 2, Healpix.cell(order - 1, inside));
    }

    @Law
    void neighboursAreNeighboursOfEachOther(@ForAll SkyPosition position, @ForAll @IntRange(max = 29) int order) {
        long cell = Healpix.cell(order, position);
        for (long neighbour : Healpix.neighbours(order, cell)) {
            assertTrue(Arrays.binarySearch(Healpix.neighbours(order, neighbour), cell) >= 0);
        }
    }

    @Law
    void neighboursAreSevenOrEightDifferentCellsAboveOrderZero(
            @ForAll SkyPosition position, @ForAll @IntRange(min = 1, max = 29) int order) {
        long cell = Healpix.cell(order, position);
        long[] neighbours = Healpix.neighbours(order, cell);
        assertTrue(neighbours.length == 7 || neighbours.length == 8);
        assertArrayEquals(Arrays.stream(neighbours).distinct().sorted().toArray(), neighbours);
        assertTrue(Arrays.stream(neighbours).noneMatch(neighbour -> neighbour == cell));
    }

    @Test
    void twentyFourCellsHaveSevenNeighboursAtEveryOrderAboveZero() {
        for (int order = 1; order <= 5; order++) {
            int sevens = 0;
            for (long cell = 0; cell < Healpix.cellCount(order); cell++) {
                sevens += Healpix.neighbours(order, cell).length == 7 ? 1 : 0;
            }
            assertEquals(24, sevens);
        }
    }

    @Test
    void wrongOrdersAndCellsAreRefused() {
        SkyPosition position = new SkyPosition(1, 1);
        refused("HEALPix order is 30, must lie in [0, 29]", () -> Healpix.cell(30, position));
        refused("HEALPix order is -1, must lie in [0, 29]", () -> Healpix.cell(-1, position));
        refused("HEALPix cell is 12, must lie in [0, 12) at order 0", () -> Healpix.center(0, 12));
        refused("HEALPix cell is -1, must lie in [0, 48) at order 1", () -> Healpix.neighbours(1, -1));
        refused("radius_arcsec is NaN, must lie in [0, 648000] arcsec", () -> Healpix.cone(3, position, Double.NaN));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
