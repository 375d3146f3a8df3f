package io.lynceus.crossmatch.detection;

import io.lynceus.sky.JulianEpoch;

/// Epoch of an observation, and how well it is known.
///
/// @param mean the date, or the mean epoch of the instrument where the detection has none
/// @param spreadYears standard deviation around it [yr], >= 0; 0 for a known date
public record ObservationEpoch(JulianEpoch mean, double spreadYears) {
    public ObservationEpoch {
        Require.notNegative("spread of the epoch", spreadYears, "yr");
    }

    /// A known date.
    public static ObservationEpoch at(JulianEpoch epoch) {
        return new ObservationEpoch(epoch, 0);
    }
}
