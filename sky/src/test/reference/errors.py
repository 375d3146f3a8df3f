#!/usr/bin/python3
"""Containment radii, error ellipses and band fluxes from scipy and numpy."""

import numpy as np
import scipy
from golden import write
from scipy.integrate import quad
from scipy.stats import rayleigh

TOOLS = [f"scipy {scipy.__version__}", f"numpy {np.__version__}"]
random = np.random.default_rng(20250403)


def containments():
    for c in (1e-6, 0.1, 0.3934693402873666, 0.5, 0.63, 0.683, 0.9, 0.95, 0.997, 0.9999):
        yield [c, float(rayleigh.ppf(c))]


def ellipses():
    """Axes along the columns of a rotation, and the squared length of an offset in the metric of the inverse."""
    for _ in range(200):
        minor, ratio = 10 ** random.uniform(-2, 1.5), 10 ** random.uniform(0, 1.5)
        major, angle, c = minor * ratio, random.uniform(0, 180), random.uniform(0.05, 0.99)
        t, k = np.radians(angle), rayleigh.ppf(c)
        axes = np.array([[np.sin(t), np.cos(t)], [np.cos(t), -np.sin(t)]])
        matrix = axes @ np.diag([(major / k) ** 2, (minor / k) ** 2]) @ axes.T
        offset = random.normal(0, major, 2)
        distance = offset @ np.linalg.solve(matrix, offset)
        yield [float(v) for v in (major, minor, angle, c, matrix[0, 0], matrix[1, 1], matrix[0, 1], *offset, distance)]


def fluxes():
    bands = [(0.2, 12.0), (0.3, 10.0), (0.5, 7.0), (0.2, 5.0), (0.5, 4.0), (2.0, 7.0), (14.0, 195.0), (1.0, 2.0)]
    for index in (-1.0, 0.0, 1.0, 1.7, 1.999999999, 2.0, 2.000001, 2.5, 6.0):
        for low, high in bands:
            def energy(a, b):
                return quad(lambda e: e ** (1 - index), a, b, epsabs=0, epsrel=1e-13)[0]
            yield [index, 0.5, 7.0, low, high, float(energy(low, high) / energy(0.5, 7.0))]


write("containments.csv", TOOLS, ["containment", "sigma_factor"], containments())
write("ellipses.csv", TOOLS, ["major_arcsec", "minor_arcsec", "angle_deg", "containment", "east_east", "north_north",
                              "east_north", "east_arcsec", "north_arcsec", "mahalanobis_squared"], ellipses())
write("fluxes.csv", TOOLS, ["photon_index", "from_low_kev", "from_high_kev", "to_low_kev", "to_high_kev", "factor"], fluxes())
