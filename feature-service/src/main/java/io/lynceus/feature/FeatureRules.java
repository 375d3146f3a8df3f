package io.lynceus.feature;

import io.lynceus.sky.EnergyBand;
import java.util.List;
import java.util.Map;

/// What the features depend on besides the data: the configuration of the service.
///
/// @param instruments searched in order; the first that observes a detection's mission and instrument speaks
///     for it
/// @param referenceBand band in which epochs of all missions are compared
/// @param calibrationError by how much missions' fluxes of one source differ, a fraction of the flux, >= 0
/// @param anyMatchCutoff `p_any` below which a catalogue's best entry is no counterpart, in [0, 1]
/// @param anyMatchCutoffs the same for single catalogues, by name
/// @param passbandShifts stand-ins for bands that no catalogue measured, the first that applies wins
public record FeatureRules(
        List<Instrument> instruments,
        EnergyBand referenceBand,
        double calibrationError,
        double anyMatchCutoff,
        Map<String, Double> anyMatchCutoffs,
        List<PassbandShift> passbandShifts) {
    public FeatureRules {
        instruments = List.copyOf(instruments);
        anyMatchCutoffs = Map.copyOf(anyMatchCutoffs);
        passbandShifts = List.copyOf(passbandShifts);
        if (!(calibrationError >= 0 && calibrationError < 1)) {
            throw new IllegalArgumentException("calibration_error must lie in [0, 1): " + calibrationError);
        }
        cutoff(anyMatchCutoff);
        anyMatchCutoffs.values().forEach(FeatureRules::cutoff);
    }

    /// The instrument of an epoch; one that is not configured is described by the epoch's own bands.
    Instrument instrument(Epoch epoch) {
        for (Instrument instrument : instruments) {
            if (instrument.observes(epoch.mission(), epoch.instrument())) {
                return instrument;
            }
        }
        return Instrument.unknown(epoch.mission(), epoch.bands(), referenceBand);
    }

    boolean accepts(Counterpart counterpart) {
        double cutoff = anyMatchCutoffs.getOrDefault(counterpart.catalogue(), anyMatchCutoff);
        return counterpart.anyMatchProbability().orElse(1) >= cutoff;
    }

    private static void cutoff(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("cutoff of p_any must lie in [0, 1]: " + probability);
        }
    }
}
