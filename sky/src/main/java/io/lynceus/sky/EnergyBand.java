package io.lynceus.sky;

/// An interval of photon energies.
///
/// @param lowKev lower edge [keV], > 0
/// @param highKev upper edge [keV], above the lower one
public record EnergyBand(double lowKev, double highKev) {
    public EnergyBand {
        Require.positive("low_kev", lowKev, "keV");
        Require.positive("high_kev", highKev, "keV");
        if (!(highKev > lowKev)) {
            throw Require.refused("high_kev", highKev, "be > low_kev = " + lowKev, "keV");
        }
    }
}
