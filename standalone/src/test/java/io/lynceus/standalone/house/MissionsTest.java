package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import io.lynceus.tables.TableMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the mappings of catalogues say of a mission is what `missions.yaml` says.
class MissionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"csc2", "csc2-training", "csc2-master", "4xmm", "erass1"})
    void mappedBandsAreThoseOfTheMission(String mapping) {
        Map<String, EnergyBand> expected = new LinkedHashMap<>();
        mission(mapping).bands().forEach(band -> expected.put(band.name(), band.energies()));

        assertEquals(expected, bands(mapping));
    }

    @Test
    void theFluxOf2sxpsIsThatOfTheFullBand() {
        assertEquals(
                List.of(mission("2sxps").fullBand()), List.copyOf(bands("2sxps").values()));
    }

    private static Mission mission(String mapping) {
        Map<String, Object> defaults = Map.copyOf(TableMapping.shipped(mapping).defaults());
        return MissionsFile.shipped().stream()
                .filter(mission -> mission.observes(
                        String.valueOf(defaults.get("mission")), String.valueOf(defaults.get("instrument"))))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, EnergyBand> bands(String mapping) {
        Map<String, EnergyBand> bands = new LinkedHashMap<>();
        TableMapping.shipped(mapping)
                .bands()
                .forEach((name, columns) -> bands.put(name, new EnergyBand(columns.lowKev(), columns.highKev())));
        return bands;
    }
}
