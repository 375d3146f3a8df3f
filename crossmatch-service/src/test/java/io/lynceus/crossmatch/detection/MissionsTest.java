package io.lynceus.crossmatch.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionsTest {
    private static final MissionDefaults OTHERS = defaults(0.95, 2012, 7);

    private static MissionDefaults defaults(double containment, double year, double spreadYears) {
        return new MissionDefaults(containment, new ObservationEpoch(new JulianEpoch(year), spreadYears));
    }

    /// Sources: those of `missions.yaml`; docs/method.md, section 1.
    @ParameterizedTest
    @CsvSource({
        "Chandra, 0.95, 2008, 5",
        "cxo, 0.95, 2008, 5",
        "XMM, 0.63, 2011.5, 6.6",
        "XMM-Newton, 0.63, 2011.5, 6.6",
        "Swift, 0.90, 2011.8, 3.9",
        "eROSITA, 0.68, 2020.2, 0.15",
        "SRG, 0.68, 2020.2, 0.15",
        "SRG/eROSITA, 0.68, 2020.2, 0.15",
        "Einstein Probe, 0.90, 2025, 0.6",
        "EP, 0.90, 2025, 0.6",
        "EP-WXT, 0.90, 2025, 0.6",
        "MAXI, 0.90, 2018, 4.9",
        "Lobster, 0.95, 2012, 7"
    })
    void shippedMissionsHaveTheDefaultsOfTheirCatalogues(
            String name, double containment, double year, double spreadYears) {
        Missions missions = Missions.of(MissionsFile.shipped(), OTHERS);

        assertEquals(defaults(containment, year, spreadYears), missions.of(name));
    }

    @Test
    void ofMissionsThatShareANameTheFirstCounts() {
        Missions missions = Missions.of(List.of(lobster("Eye", 0.9), lobster("Claw", 0.5)), OTHERS);

        assertEquals(0.9, missions.of("LOBSTER").errorContainment());
    }

    private static Mission lobster(String instrument, double containment) {
        return new Mission(
                List.of("Lobster"),
                List.of(instrument),
                List.of(new Mission.Band("full", new EnergyBand(0.3, 5))),
                containment,
                new JulianEpoch(2026),
                0.5,
                PowerLaw.TYPICAL,
                OptionalDouble.empty());
    }
}
