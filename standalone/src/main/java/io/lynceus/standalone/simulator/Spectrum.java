package io.lynceus.standalone.simulator;

import io.lynceus.sky.EnergyBand;
import java.util.List;

/// The shape of an X-ray spectrum behind a hydrogen column.
sealed interface Spectrum {
    /// Band in which the simulator states fluxes [keV].
    EnergyBand REFERENCE = new EnergyBand(0.5, 7);

    /// Hydrogen column [cm^-2] before the source, >= 0.
    double columnPerSqCm();

    /// Energy flux density at an energy [keV] before absorption, in any unit.
    double unabsorbed(double kev);

    /// Photons per energy falling as a power.
    record AbsorbedPowerLaw(double photonIndex, double columnPerSqCm) implements Spectrum {
        @Override
        public double unabsorbed(double kev) {
            return Math.pow(kev, 1 - photonIndex);
        }
    }

    /// Hot thin plasma without its lines: bremsstrahlung with a Gaunt factor (E/kT)^-0.4.
    /// Source: Greene 1959, ApJ 130, 693, doi:10.1086/146759.
    record AbsorbedThermal(double temperatureKev, double columnPerSqCm) implements Spectrum {
        public AbsorbedThermal {
            if (!(temperatureKev > 0)) {
                throw new IllegalArgumentException("temperature must be > 0 keV: " + temperatureKev);
            }
        }

        @Override
        public double unabsorbed(double kev) {
            return Math.exp(-kev / temperatureKev) * Math.pow(kev / temperatureKev, -0.4);
        }
    }

    /// Energy fluxes in bands relative to that in [#REFERENCE], each > 0.
    default double[] factors(List<EnergyBand> bands) {
        double reference = energy(REFERENCE);
        return bands.stream().mapToDouble(band -> energy(band) / reference).toArray();
    }

    private double energy(EnergyBand band) {
        int steps = 24;
        double step = Math.log(band.highKev() / band.lowKev()) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double kev = band.lowKev() * Math.exp((i + 0.5) * step);
            sum += unabsorbed(kev) * Math.exp(-columnPerSqCm() * crossSectionSqCm(kev)) * kev * step;
        }
        return sum;
    }

    /// Photoelectric absorption of interstellar matter per hydrogen atom [cm^2].
    ///
    /// A power law through the values without their edges. It is within a factor of 2 of them from 0.3 to 7 keV.
    /// From 1 to 7 keV it is within 10%, enough to shape hardness.
    ///
    /// Source: Morrison & McCammon 1983, ApJ 270, 119, doi:10.1086/161102, table 2.
    private static double crossSectionSqCm(double kev) {
        return 2.3e-22 * Math.pow(kev, -2.6);
    }
}
