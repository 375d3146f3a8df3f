package io.lynceus.feature.epoch;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What the features depend on besides the data: the configuration of the service.
///
/// @param missions searched in order; the first that observes a detection's mission and instrument speaks for it
/// @param referenceBand band in which epochs of all missions are compared
/// @param calibrationError by how much missions' fluxes of one source differ, a fraction of the flux, >= 0
/// @param anyMatchCutoff `p_any` below which a catalogue's best entry is no counterpart, in [0, 1]
/// @param anyMatchCutoffs the same for single catalogues, by name
/// @param passbandShifts stand-ins for bands that no catalogue measured, the first that applies wins
public record FeatureRules(
        List<Mission> missions,
        EnergyBand referenceBand,
        double calibrationError,
        double anyMatchCutoff,
        Map<String, Double> anyMatchCutoffs,
        List<PassbandShift> passbandShifts) {
    /// Containment of an error ellipse of an unknown mission: the contract of `POST /api/v1/classify`.
    private static final double UNKNOWN_CONTAINMENT = 0.95;

    /// Mean epoch of an unknown mission and its spread [yr]: those of CSC2, in the middle of the imaging surveys.
    private static final JulianEpoch UNKNOWN_EPOCH = new JulianEpoch(2008);

    private static final double UNKNOWN_SPREAD_YEARS = 5;

    public FeatureRules {
        missions = List.copyOf(missions);
        anyMatchCutoffs = Map.copyOf(anyMatchCutoffs);
        passbandShifts = List.copyOf(passbandShifts);
        if (!(calibrationError >= 0 && calibrationError < 1)) {
            throw new IllegalArgumentException("calibration_error must lie in [0, 1): " + calibrationError);
        }
        cutoff(anyMatchCutoff);
        anyMatchCutoffs.values().forEach(FeatureRules::cutoff);
    }

    /// The mission of an epoch; an unknown one is described by the epoch's own bands.
    public Mission mission(Epoch epoch) {
        for (Mission mission : missions) {
            if (mission.observes(epoch.mission(), epoch.instrument())) {
                return mission;
            }
        }
        return new Mission(
                List.of("unknown"),
                List.of(),
                ownBands(epoch),
                UNKNOWN_CONTAINMENT,
                UNKNOWN_EPOCH,
                UNKNOWN_SPREAD_YEARS,
                PowerLaw.TYPICAL,
                OptionalDouble.empty());
    }

    /// The bands of an epoch where they adjoin, else their whole span.
    private List<Mission.Band> ownBands(Epoch epoch) {
        List<EnergyBand> bands = BroadBandFlux.tiling(epoch.bands()).stream()
                .map(BandPhotometry::band)
                .toList();
        if (bands.isEmpty()) {
            return List.of(new Mission.Band("full", referenceBand));
        }
        if (!adjacent(bands)) {
            return List.of(new Mission.Band(
                    "full",
                    new EnergyBand(bands.getFirst().lowKev(), bands.getLast().highKev())));
        }
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Mission.Band(Integer.toString(i + 1), bands.get(i)))
                .toList();
    }

    private static boolean adjacent(List<EnergyBand> bands) {
        return IntStream.range(1, bands.size())
                .allMatch(i -> bands.get(i).lowKev() == bands.get(i - 1).highKev());
    }

    public boolean accepts(Counterpart counterpart) {
        double cutoff = anyMatchCutoffs.getOrDefault(counterpart.catalogue(), anyMatchCutoff);
        return counterpart.anyMatchProbability().orElse(1) >= cutoff;
    }

    private static void cutoff(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("cutoff of p_any must lie in [0, 1]: " + probability);
        }
    }
}
