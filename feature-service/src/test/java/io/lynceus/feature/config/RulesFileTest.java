package io.lynceus.feature.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.epoch.PassbandShift;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
    @Test
    void theShippedRulesKnowTheBandsOfAllMissions() {
        FeatureRules rules = RulesFile.shipped();

        assertEquals(
                List.of("Chandra", "XMM-Newton", "Swift", "eROSITA", "Einstein Probe", "MAXI"),
                rules.missions().stream().map(Mission::name).toList());
        assertEquals(
                List.of(3, 5, 3, 5, 1, 3),
                rules.missions().stream().map(i -> i.bands().size()).toList());
    }

    /// Sources: Madsen et al. 2017, AJ 153, 2 (calibration); Tranin et al. 2022, A&A 657, A138 (the rest).
    @Test
    void theShippedRulesAreThoseOfThePapers() {
        FeatureRules rules = RulesFile.shipped();

        assertEquals(new EnergyBand(0.5, 7), rules.referenceBand());
        assertEquals(0.1, rules.calibrationError());
        assertEquals(0.45, rules.anyMatchCutoff());
        assertEquals(Map.of("allwise", 0.04), rules.anyMatchCutoffs());
        assertEquals(10, rules.passbandShifts().size());
        assertEquals(
                new PassbandShift("ps1", "g", "BP", -0.2),
                rules.passbandShifts().getFirst());
    }

    @Test
    void aFileOfOnesOwnReplacesThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), """
                reference_band_kev: [2, 10]
                calibration_error: 0.05
                any_match_cutoff: 0.9
                """);
        List<Mission> missions = MissionsFile.shipped().subList(2, 3);

        FeatureRules rules = RulesFile.read(file, missions);

        assertEquals(10, rules.referenceBand().highKev());
        assertEquals(0.05, rules.calibrationError());
        assertEquals(missions, rules.missions());
    }

    @Test
    void aWrongFileIsRefusedWithItsNameAndWhatIsWrong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), """
                reference_band_kev: [10, 2]
                calibration_error: 0.05
                any_match_cutoff: 0.9
                """);

        String message = refused(file);

        assertTrue(message.contains("rules.yaml") && message.contains("high_kev"), message);
    }

    @Test
    void missionsAreNoPartOfTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), """
                reference_band_kev: [0.5, 7]
                calibration_error: 0.1
                any_match_cutoff: 0.45
                instruments: []
                """);

        String message = refused(file);

        assertTrue(message.contains("rules.yaml: unknown field instruments"), message);
    }

    private static String refused(Path file) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> RulesFile.read(file, List.of()))
                .getMessage());
    }
}
