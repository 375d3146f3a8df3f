#!/usr/bin/python3
"""Separations, position angles, offsets, tangent planes, galactic coordinates and proper motions from astropy."""

import astropy
import astropy.units as u
import numpy as np
from astropy.coordinates import Galactic, SkyCoord
from astropy.time import Time
from astropy.wcs import WCS
from golden import write

TOOLS = [f"astropy {astropy.__version__}", f"numpy {np.__version__}"]
random = np.random.default_rng(20250401)


def anywhere(n):
    return random.uniform(0, 360, n), np.degrees(np.arcsin(random.uniform(-1, 1, n)))


def icrs(ra, dec):
    return SkyCoord(ra * u.deg, dec * u.deg, frame="icrs")


SPECIAL = [
    (0, 0, 180, 0), (10, 20, 190, -20), (10, 20, 190.001, -19.999), (359.9999, 5, 0.0001, 5), (0, 90, 77, 90),
    (12, 89.9999, 192, 89.9999), (200, -90, 20, 90), (30, -89.99999, 250, -89.99998), (45, 45, 45, 45),
    (120, 0, 210, 0), (300, 60, 300.0000001, 60), (0, -0.0000001, 359.9999999, 0.0000001),
]


def pairs():
    ra, dec = anywhere(300)
    step = 10 ** random.uniform(-7, 2, 300)
    angle = random.uniform(0, 360, 300)
    near = icrs(ra, dec).directional_offset_by(angle * u.deg, step * u.deg)
    return SPECIAL + list(zip(ra, dec, near.ra.deg, near.dec.deg))


def separations():
    for ra1, dec1, ra2, dec2 in pairs():
        first, second = icrs(ra1, dec1), icrs(ra2, dec2)
        yield [float(v) for v in (ra1, dec1, ra2, dec2, first.separation(second).arcsec, first.position_angle(second).deg)]


def offsets():
    ra, dec = anywhere(200)
    angle = random.uniform(0, 360, 200)
    way = np.minimum(10 ** random.uniform(-1, 5.8, 200), 648000)
    there = icrs(ra, dec).directional_offset_by(angle * u.deg, way * u.arcsec)
    yield from zip(*(map(float, c) for c in (ra, dec, angle, way, there.ra.deg, there.dec.deg)))


def tangents():
    ra, dec = anywhere(200)
    angle = random.uniform(0, 360, 200)
    way = 10 ** random.uniform(-2, 5, 200)
    there = icrs(ra, dec).directional_offset_by(angle * u.deg, way * u.arcsec)
    for r, d, r2, d2 in zip(ra, dec, there.ra.deg, there.dec.deg):
        plane = WCS(naxis=2)
        plane.wcs.ctype = ["RA---TAN", "DEC--TAN"]
        plane.wcs.crval = [r, d]
        plane.wcs.crpix = [0, 0]
        plane.wcs.cdelt = [1 / 3600, 1 / 3600]
        east, north = plane.wcs_world2pix(r2, d2, 0)
        yield [float(v) for v in (r, d, r2, d2, east + 1, north + 1)]


def galactic():
    ra, dec = anywhere(300)
    ra = np.append(ra, [192.85948, 12.85948, 266.405, 0, 0, 83.63])
    dec = np.append(dec, [27.12825, -27.12825, -28.936, 90, -90, 22.01])
    there = icrs(ra, dec).transform_to(Galactic())
    yield from zip(*(map(float, c) for c in (ra, dec, there.l.deg, there.b.deg)))


def motions():
    """apply_space_motion needs a distance: at 1 pc the star is slow enough for light time not to show."""
    ra, dec = anywhere(100)
    east, north = random.normal(0, 300, 100), random.normal(0, 300, 100)
    years = random.uniform(-60, 60, 100)
    stars = [(269.452, 4.6933, -802.803, 10362.542, 100.0), (0.0001, 89.999, 500.0, 900.0, -30.0)]
    stars += list(zip(ra, dec, east, north, years))
    for r, d, e, n, t in stars:
        start = SkyCoord(r * u.deg, d * u.deg, distance=1 * u.pc, pm_ra_cosdec=e * u.mas / u.yr,
                         pm_dec=n * u.mas / u.yr, obstime=Time(2000.0, format="jyear", scale="tdb"))
        end = start.apply_space_motion(new_obstime=Time(2000.0 + t, format="jyear", scale="tdb"))
        yield [float(v) for v in (r, d, e, n, t, end.ra.deg, end.dec.deg)]


def epochs():
    for text in ("1991-04-02T13:30:00", "2000-01-01T12:00:00", "2002-08-11T18:14:24", "2016-01-01T12:00:00",
                 "2024-02-29T23:59:59.5"):
        time = Time(text, scale="tt")
        yield [text + "Z", float(time.mjd), float(time.jyear)]


write("separations.csv", TOOLS, ["ra1_deg", "dec1_deg", "ra2_deg", "dec2_deg", "separation_arcsec", "angle_deg"], separations())
write("offsets.csv", TOOLS, ["ra_deg", "dec_deg", "angle_deg", "separation_arcsec", "to_ra_deg", "to_dec_deg"], offsets())
write("tangents.csv", TOOLS, ["ra_deg", "dec_deg", "to_ra_deg", "to_dec_deg", "east_arcsec", "north_arcsec"], tangents())
write("galactic.csv", TOOLS, ["ra_deg", "dec_deg", "l_deg", "b_deg"], galactic())
write("motions.csv", TOOLS, ["ra_deg", "dec_deg", "pmra_masyr", "pmdec_masyr", "years", "to_ra_deg", "to_dec_deg"], motions())
write("epochs.csv", TOOLS, ["instant", "mjd", "julian_year"], epochs())
