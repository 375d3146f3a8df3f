package io.lynceus.feature.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.features.Absence;
import io.lynceus.feature.features.Feature;
import io.lynceus.feature.features.FeatureDefinition;
import io.lynceus.feature.features.FeatureVector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FeatureVectorJsonTest {
    private static final FeatureVector VECTOR = new FeatureVector(
            List.of(
                    measured("galactic_latitude", "deg", Measurement.of(-47.1)),
                    measured(
                            "log_fx_fr",
                            "dex",
                            new Measurement(0.1 + 0.2, OptionalDouble.of(1e-17), List.of("d1", "gaia-dr3 G"))),
                    missing("colour_j_k", "mag", Absence.NO_COVERAGE),
                    missing("photon_index", "", Absence.NOT_MEASURED)),
            "Chandra",
            3);

    @Test
    void everyFieldSurvivesTheStore() {
        assertEquals(VECTOR, FeatureVectorJson.read(FeatureVectorJson.write(VECTOR)));
    }

    @Test
    void whatVersion01StoredIsRead() {
        String stored = """
                {"revision":4,"epoch_count":3,"spectrum_mission":"Chandra","features":{
                "galactic_latitude":{"value":-47.1,"unit":"deg","inputs":[]},
                "log_fx_fr":{"value":0.30000000000000004,"error":1.0E-17,"unit":"dex","inputs":["d1","gaia-dr3 G"]},
                "colour_j_k":{"unit":"mag","missing":"no_coverage"},
                "photon_index":{"unit":"","missing":"not_measured"}}}
                """;
        assertEquals(VECTOR, FeatureVectorJson.read(stored.getBytes(StandardCharsets.UTF_8)));
    }

    private static Feature measured(String name, String unit, Measurement measurement) {
        return new Feature(new FeatureDefinition(name, unit), Optional.of(measurement), Optional.empty());
    }

    private static Feature missing(String name, String unit, Absence absence) {
        return new Feature(new FeatureDefinition(name, unit), Optional.empty(), Optional.of(absence));
    }
}
