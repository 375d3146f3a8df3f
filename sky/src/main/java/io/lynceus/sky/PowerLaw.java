package io.lynceus.sky;

/// A spectrum whose photons per unit energy fall as E^-photonIndex.
///
/// @param photonIndex photon index, dimensionless, in [-10, 10]
public record PowerLaw(double photonIndex) {
    /// Photon index assumed where a source has none of its own.
    /// Source: method.md sect. 2, the convention of the 4XMM flux conversion (Webb et al. 2020, A&A 641, A136,
    /// doi:10.1051/0004-6361/201937353).
    public static final PowerLaw TYPICAL = new PowerLaw(1.7);

    public PowerLaw {
        Require.within("photon_index", photonIndex, -10, 10, "");
    }

    /// Factor from an energy flux in one band to the flux in another; > 0.
    ///
    /// F(a, b) is proportional to (b^(2-G) - a^(2-G)) / (2-G), and to ln(b/a) at the photon index G = 2. Relative
    /// error below 1e-13 in every band of 1.01 or more between its edges, at and around G = 2 too.
    public double fluxFactor(EnergyBand from, EnergyBand to) {
        return energy(to) / energy(from);
    }

    private double energy(EnergyBand band) {
        double slope = 2 - photonIndex;
        double width = Math.log(band.highKev() / band.lowKev());
        return slope == 0 ? width : Math.pow(band.lowKev(), slope) * Math.expm1(slope * width) / slope;
    }
}
