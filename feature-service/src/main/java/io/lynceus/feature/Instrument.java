package io.lynceus.feature;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.PowerLaw;
import java.util.List;
import java.util.Locale;

/// What a mission's detections leave unsaid.
///
/// @param name the catalogue or alert stream it stands for, such as `csc2`
/// @param missions names of the mission in detections, any case
/// @param instruments names of the instruments it is limited to, any case; empty for all of the mission. A
///     detection that names none is taken for one of them
/// @param bands adjacent bands by energy, from which hardness ratios are made; together the full band
/// @param errorContainment probability held by an error ellipse that does not say, in (0, 1)
/// @param meanEpochYear Julian epoch [yr] of a detection without a date
/// @param epochSpreadYears 1σ [yr] of that epoch
/// @param defaultShape spectrum of a source without a photon index
public record Instrument(
        String name,
        List<String> missions,
        List<String> instruments,
        List<EnergyBand> bands,
        double errorContainment,
        double meanEpochYear,
        double epochSpreadYears,
        PowerLaw defaultShape) {
    /// Containment of an error ellipse of which nothing is known: the contract of `POST /api/v1/classify`.
    private static final double UNKNOWN_CONTAINMENT = 0.95;

    /// Mean epoch and spread [yr] of a mission that is not configured: those of CSC2, in the middle of the
    /// imaging surveys.
    private static final double UNKNOWN_EPOCH_YEAR = 2008;

    private static final double UNKNOWN_SPREAD_YEARS = 5;

    public Instrument {
        missions = lowerCase(missions);
        instruments = lowerCase(instruments);
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("instrument " + name + " has no bands");
        }
        if (!adjacent(bands)) {
            throw new IllegalArgumentException(
                    "bands of instrument " + name + " must be adjacent and ascending: " + bands);
        }
        if (!(errorContainment > 0 && errorContainment < 1)) {
            throw new IllegalArgumentException(
                    "error containment of instrument " + name + " must lie in (0, 1): " + errorContainment);
        }
        if (!Double.isFinite(meanEpochYear) || !(epochSpreadYears >= 0)) {
            throw new IllegalArgumentException("mean epoch of instrument " + name
                    + " must be finite, its spread >= 0 yr: " + meanEpochYear + " ± " + epochSpreadYears);
        }
    }

    /// An instrument that is not configured, described by what one of its detections shows: its bands where
    /// they adjoin, else their whole span.
    static Instrument unknown(String mission, List<BandPhotometry> photometry, EnergyBand otherwise) {
        List<EnergyBand> bands = BroadBandFlux.tiling(photometry).stream()
                .map(BandPhotometry::band)
                .toList();
        EnergyBand span = bands.isEmpty()
                ? otherwise
                : new EnergyBand(bands.getFirst().lowKev(), bands.getLast().highKev());
        return new Instrument(
                mission,
                List.of(mission),
                List.of(),
                !bands.isEmpty() && adjacent(bands) ? bands : List.of(span),
                UNKNOWN_CONTAINMENT,
                UNKNOWN_EPOCH_YEAR,
                UNKNOWN_SPREAD_YEARS,
                PowerLaw.TYPICAL);
    }

    /// The full band, over which F_X is taken.
    EnergyBand fullBand() {
        return new EnergyBand(bands.getFirst().lowKev(), bands.getLast().highKev());
    }

    boolean observes(String mission, String instrument) {
        return missions.contains(mission.toLowerCase(Locale.ROOT))
                && (instruments.isEmpty()
                        || instrument.isEmpty()
                        || instruments.contains(instrument.toLowerCase(Locale.ROOT)));
    }

    private static boolean adjacent(List<EnergyBand> bands) {
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).lowKev() != bands.get(i - 1).highKev()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
