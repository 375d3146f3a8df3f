package io.lynceus.classifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypicalityTest {
    private static Classification at(Map<String, Double> values) {
        return new Classifier(new ModelId("synthetic", "1"), SyntheticSky.evidenceModel())
                .classify(new FeatureVector(values));
    }

    @Test
    void falseAlarmIsTheShareOfHeldOutSourcesAtLeastAsUnusual() {
        Typicality typicality = new Typicality(List.of(List.of(1.0, 2.0, 3.0), List.of(2.0)));
        assertEquals(1, typicality.falseAlarm(0, 0.5));
        assertEquals(0.75, typicality.falseAlarm(0, 2));
        assertEquals(0.25, typicality.falseAlarm(0, 9));
        assertEquals(0.5, typicality.falseAlarm(1, 9));
        assertThrows(IllegalArgumentException.class, () -> new Typicality(List.of(List.of(2.0, 1.0))));
    }

    @Test
    void aSourceFarFromEveryClassIsAnOutlierAndATypicalOneIsNot() {
        Classification typical = at(Map.of("hardness_ratio_1", 0.6, "log_fx_fw1", 0.6, "galactic_latitude", 15.0));
        Classification strange = at(Map.of("hardness_ratio_1", -9.0, "log_fx_fw1", 9.0, "galactic_latitude", 15.0));
        assertTrue(strange.outlierMeasure() > typical.outlierMeasure() + 0.5);
        assertTrue(
                strange.falseAlarm().orElseThrow() < 0.1, strange.falseAlarm().toString());
        assertTrue(
                typical.falseAlarm().orElseThrow() > 0.1, typical.falseAlarm().toString());
    }

    @Test
    void falseAlarmsOfFreshSourcesAreEvenlySpread() {
        Model model = new ModelFit(SyntheticSky.evidenceOptions()).fitForSample(SyntheticSky.table(1600, 11));
        Classifier classifier = new Classifier(new ModelId("synthetic", "1"), model);
        TrainingTable fresh = SyntheticSky.table(800, 99);
        double[] alarms = IntStream.range(0, fresh.rows())
                .mapToDouble(row -> classifier
                        .classify(new FeatureVector(vector(fresh, row)))
                        .falseAlarm()
                        .orElseThrow())
                .toArray();
        assertEquals(0.5, Arrays.stream(alarms).average().orElseThrow(), 0.1);
        double rare = Arrays.stream(alarms).filter(alarm -> alarm <= 0.1).count() / 800.0;
        assertEquals(0.1, rare, 0.05);
    }

    private static Map<String, Double> vector(TrainingTable table, int row) {
        Map<String, Double> values = new java.util.HashMap<>();
        for (int f = 0; f < table.features().size(); f++) {
            if (!Double.isNaN(table.value(row, f))) {
                values.put(table.features().get(f), table.value(row, f));
            }
        }
        return values;
    }
}
