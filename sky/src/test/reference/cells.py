#!/usr/bin/python3
"""HEALPix cells, centres, neighbours, cones and cell sizes from healpy."""

import healpy
import numpy as np
from golden import write

TOOLS = [f"healpy {healpy.__version__}", f"numpy {np.__version__}"]
random = np.random.default_rng(20250402)
EDGE_DEG = np.degrees(np.arcsin(2 / 3))


def positions(n):
    """Anywhere, close to both poles, close to the edges of the equatorial belt."""
    ra = random.uniform(0, 360, 4 * n)
    dec = np.concatenate([
        np.degrees(np.arcsin(random.uniform(-1, 1, n))), 90 - 10 ** random.uniform(-9, 1, n),
        10 ** random.uniform(-9, 1, n) - 90, random.choice([-1, 1], n) * (EDGE_DEG + random.normal(0, 1e-4, n))])
    return ra, dec


def cells():
    for order in range(30):
        ra, dec = positions(15)
        cell = healpy.ang2pix(1 << order, ra, dec, nest=True, lonlat=True)
        to_ra, to_dec = healpy.pix2ang(1 << order, cell, nest=True, lonlat=True)
        beside = healpy.get_all_neighbours(1 << order, cell, nest=True).T
        for i in range(len(ra)):
            around = sorted({int(c) for c in beside[i] if c >= 0})
            yield [order, float(ra[i]), float(dec[i]), cell[i], float(to_ra[i]), float(to_dec[i]), " ".join(map(str, around))]


def everything():
    """All neighbours of all cells of the lowest orders: every way two base cells can meet."""
    for order in range(4):
        for cell in range(12 << 2 * order):
            around = healpy.get_all_neighbours(1 << order, cell, nest=True)
            yield [order, cell, " ".join(map(str, sorted({int(c) for c in around if c >= 0})))]


def cones():
    """healpy's inclusive discs at a fine subdivision: few cells too many, none missed."""
    for order in (0, 2, 5, 8, 11, 14, 20):
        ra, dec = positions(4)
        for r, d in zip(ra, dec):
            radius = min(float(healpy.max_pixrad(1 << order) * random.uniform(0, 4)), np.pi)
            disc = healpy.query_disc(1 << order, healpy.ang2vec(r, d, lonlat=True), radius, inclusive=False, nest=True)
            wide = healpy.query_disc(1 << order, healpy.ang2vec(r, d, lonlat=True), radius, inclusive=True, fact=64, nest=True)
            yield [order, float(r), float(d), radius / np.pi * 648000,
                   " ".join(map(str, np.sort(disc))), " ".join(map(str, np.sort(wide)))]


def way_out(order):
    """The shortest way from the border of a cell to that of the first cell beyond all its neighbours [rad]."""
    side = 1 << order
    border = [healpy.boundaries(side, c, step=max(4, 64 >> order), nest=True).T for c in range(12 * side * side)]
    beside = [{int(n) for n in healpy.get_all_neighbours(side, c, nest=True) if n >= 0} for c in range(12 * side * side)]
    shortest = np.pi
    for cell in [*range(side * side), *range(4 * side * side, 5 * side * side)]:
        beyond = set().union(*(beside[n] for n in beside[cell])) - beside[cell] - {cell}
        for other in beyond:
            cosine = np.max(border[cell] @ border[other].T)
            shortest = min(shortest, float(np.arccos(min(1.0, cosine))))
    return shortest


def sizes():
    for order in range(30):
        yield [order, float(healpy.max_pixrad(1 << order)), way_out(order) if 1 <= order <= 4 else ""]


write("cells.csv", TOOLS, ["order", "ra_deg", "dec_deg", "cell", "center_ra_deg", "center_dec_deg", "neighbours"], cells())
write("neighbours.csv", TOOLS, ["order", "cell", "neighbours"], everything())
write("cones.csv", TOOLS, ["order", "ra_deg", "dec_deg", "radius_arcsec", "inside", "inclusive"], cones())
write("cell_sizes.csv", TOOLS, ["order", "circumradius_rad", "way_out_rad"], sizes())
