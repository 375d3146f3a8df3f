package io.lynceus.sky;

import java.util.List;
import java.util.OptionalDouble;

/// A mission as its detections are read: its bands, and what a detection may leave unsaid.
///
/// @param names how detections call it, in any case; people are shown the first
/// @param instruments names of the instruments it is limited to, in any case; empty for all of the mission
/// @param bands adjacent bands by energy, from which hardness ratios are made; together the full band
/// @param errorContainment probability held by an error ellipse that does not say, in (0, 1)
/// @param meanEpoch date of a detection that has none
/// @param epochSpreadYears standard deviation of that date [yr], >= 0
/// @param spectrum of a source without a photon index
/// @param usualErrorArcsec usual semi-major axis of an error ellipse [arcsec], > 0, which forms start with
public record Mission(
        List<String> names,
        List<String> instruments,
        List<Band> bands,
        double errorContainment,
        JulianEpoch meanEpoch,
        double epochSpreadYears,
        PowerLaw spectrum,
        OptionalDouble usualErrorArcsec) {
    public Mission {
        names = List.copyOf(names);
        instruments = List.copyOf(instruments);
        bands = List.copyOf(bands);
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("names are " + names + ", must be one at least, and none blank");
        }
        if (instruments.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("instruments are " + instruments + ", none may be blank");
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("bands are missing, there must be one at least");
        }
        for (int i = 1; i < bands.size(); i++) {
            Band before = bands.get(i - 1);
            Band band = bands.get(i);
            if (band.energies().lowKev() != before.energies().highKev()) {
                throw new IllegalArgumentException("band " + band.name() + " starts at "
                        + band.energies().lowKev() + " keV, must start where " + before.name() + " ends, at "
                        + before.energies().highKev() + " keV");
            }
        }
        Containment.require(errorContainment);
        Require.notNegative("epoch_spread_years", epochSpreadYears, "yr");
        usualErrorArcsec.ifPresent(error -> Require.positive("usual_error_arcsec", error, "arcsec"));
    }

    /// A band of a mission.
    ///
    /// @param name as the mission's catalogue calls it
    public record Band(String name, EnergyBand energies) {
        public Band {
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of the band " + energies + " is blank");
            }
        }
    }

    /// The name that people are shown.
    public String name() {
        return names.getFirst();
    }

    /// The edges of the bands.
    public List<EnergyBand> energies() {
        return bands.stream().map(Band::energies).toList();
    }

    /// The band from the lowest to the highest energy.
    public EnergyBand fullBand() {
        return new EnergyBand(
                bands.getFirst().energies().lowKev(), bands.getLast().energies().highKev());
    }

    /// Whether a detection calls its mission so.
    public boolean isCalled(String mission) {
        return holds(names, mission);
    }

    /// Whether a detection of that mission and instrument is one of these.
    ///
    /// @param instrument blank where the detection names none; it is taken for one of these then
    public boolean observes(String mission, String instrument) {
        return isCalled(mission) && (instruments.isEmpty() || instrument.isEmpty() || holds(instruments, instrument));
    }

    private static boolean holds(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
