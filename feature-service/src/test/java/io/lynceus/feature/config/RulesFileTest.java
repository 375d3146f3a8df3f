package io.lynceus.feature.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.feature.FeatureRules;
import io.lynceus.feature.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
    @Test
    void theShippedRulesKnowTheInstrumentsOfAllMissions() {
        FeatureRules rules = RulesFile.shipped();

        assertEquals(
                List.of("csc2", "4xmm", "2sxps", "erass1", "ep-wxt", "maxi-gsc"),
                rules.instruments().stream().map(Instrument::name).toList());
        assertEquals(
                List.of(3, 5, 3, 5, 1, 3),
                rules.instruments().stream().map(i -> i.bands().size()).toList());
    }

    @Test
    void aFileOfOnesOwnReplacesThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), """
                reference_band_kev: [2, 10]
                calibration_error: 0.05
                any_match_cutoff: 0.9
                instruments:
                  - { name: mine, missions: [Mine], band_edges_kev: [1, 2, 4], error_containment: 0.9,
                      mean_epoch_year: 2030, epoch_spread_years: 1, photon_index: 2 }
                """);

        FeatureRules rules = RulesFile.read(file);

        assertEquals(10, rules.referenceBand().highKev());
        assertEquals(0.05, rules.calibrationError());
        assertEquals("mine", rules.instruments().getFirst().name());
    }

    @Test
    void aWrongFileIsRefusedWithItsNameAndWhatIsWrong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), """
                reference_band_kev: [10, 2]
                calibration_error: 0.05
                any_match_cutoff: 0.9
                instruments: []
                """);

        String message = assertThrows(IllegalArgumentException.class, () -> RulesFile.read(file))
                .getMessage();

        assertTrue(message.contains("rules.yaml") && message.contains("high_kev"), message);
    }
}
