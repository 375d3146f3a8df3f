"""Expected numbers of FeatureExtractorTest, from astropy and numpy by other means than ours.

Run: /usr/bin/python3 src/test/reference/features.py   (Debian python3-astropy, python3-numpy)
Errors are the spread of 4,000,000 Gaussian draws, so they hold to about 1e-3 of themselves, and to first order only:
relative errors of the inputs are kept small.
"""

import astropy
import numpy as np
from astropy import units as u
from astropy.coordinates import SkyCoord

print(f"# astropy {astropy.__version__}, numpy {np.__version__}")
rng = np.random.default_rng(1)
n = 4_000_000


def draw(value, error):
    return rng.normal(value, error, n)


def show(name, value, draws=None):
    print(name, repr(float(value)), "" if draws is None else f"± {float(np.std(draws)):.4g}")


def band_energy(low, high, gamma):
    """Energy flux of E**-gamma photons over a band, by quadrature in ln E."""
    ln_e = np.linspace(np.log(low), np.log(high), 20_001)
    return np.trapz(np.exp(ln_e * (2 - gamma)), ln_e)


position = SkyCoord(266.41684, -29.00781, unit="deg")
show("galactic_latitude", position.galactic.b.deg)

s, m, h = draw(4e-14, 1e-15), draw(2e-14, 5e-16), draw(6e-14, 2e-15)
show("hardness_ratio_1", (2 - 4) / (2 + 4), (m - s) / (m + s))
show("hardness_ratio_2", (6 - 2) / (6 + 2), (h - m) / (h + m))
fx = s + m + h
show("F_X", 12e-14, fx)
bp, rp, w1 = 18.5, 17.25, 15.0
show("log_fx_fb", np.log10(12e-14) + 5.37 + bp / 2.5, np.log10(fx))
show("log_fx_fr", np.log10(12e-14) + 5.37 + rp / 2.5)
show("log_fx_fw1", np.log10(12e-14) + 6.95 + w1 / 2.5)

parallax = draw(2.0, 0.05)
distance = (1 / (2.0 * u.mas).to_value(u.arcsec)) * u.pc
show("log_luminosity", np.log10((4 * np.pi * distance**2 * 12e-14 * u.erg / u.s / u.cm**2).to_value("erg/s")),
     np.log10(fx / parallax**2))
show("absolute_magnitude_g", 18.0 - 5 * np.log10(distance.to_value(u.pc) / 10), 5 * np.log10(parallax))
east, north = draw(-30.0, 0.5), draw(40.0, 0.8)
show("proper_motion_log10", np.log10(50.0), np.log10(np.hypot(east, north)))

hubble = (0.01 * 299_792.458 / 70) * u.Mpc
show("log_luminosity at z=0.01", np.log10((4 * np.pi * hubble**2 * 12e-14 * u.erg / u.s / u.cm**2).to_value("erg/s")))

for gamma in (1.7, 2.0):
    show(f"factor 0.2-12 to 0.5-7 keV, gamma {gamma}", band_energy(0.5, 7, gamma) / band_energy(0.2, 12, gamma))
show("soft and hard only, 0.5-7 keV, gamma 1.7",
     10e-14 * band_energy(0.5, 7, 1.7) / (band_energy(0.5, 1.2, 1.7) + band_energy(2, 7, 1.7)))
