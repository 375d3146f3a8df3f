package io.lynceus.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.evaluation.EvaluationReport.Recovery;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlierRecoveryTest {
    @Test
    void areaIsTheChanceThatAStrangerIsTheMoreUnusualOneAndTiesCountHalf() {
        assertEquals(1, OutlierRecovery.areaUnderCurve(new double[] {1, 2}, new double[] {3, 4}));
        assertEquals(0.5, OutlierRecovery.areaUnderCurve(new double[] {1, 1}, new double[] {1}));
        assertEquals(5.5 / 9, OutlierRecovery.areaUnderCurve(new double[] {1, 2, 3}, new double[] {0.5, 3, 4}), 1e-12);
    }

    /// Expected: the formulae of Hanley & McNeil (1982) in Python 3 floats, for their example's area and sample
    /// sizes.
    @Test
    void intervalOfAnAreaIsHanleysAndMcNeils() {
        ConfidenceInterval interval = ConfidenceInterval.hanleyMcNeil(0.893, 51, 58);
        assertEquals(0.8297, interval.low(), 5e-4);
        assertEquals(0.9563, interval.high(), 5e-4);
    }

    /// Three hundred known sources, and thirty of class YSO that look like no other.
    private static TrainingTable withStrangers() {
        TrainingTable known = SyntheticSky.table(300, 4);
        SplittableRandom random = new SplittableRandom(5);
        List<Double> values = new ArrayList<>();
        List<SourceClass> labels = new ArrayList<>();
        for (int row = 0; row < 330; row++) {
            labels.add(row < 300 ? known.label(row) : new SourceClass("YSO"));
            for (int f = 0; f < SyntheticSky.FEATURES.size(); f++) {
                values.add(row < 300 ? known.value(row, f) : f == 0 ? 85 : -2.5 + 0.2 * random.nextGaussian());
            }
        }
        return new TrainingTable(
                known.features(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                labels,
                IntStream.range(0, 330)
                        .mapToLong(row -> row < 300 ? known.skyCell(row) : 1000 + row)
                        .toArray());
    }

    @Test
    void sourcesOfAClassThatWasLeftOutAreFoundAndNeverLearnedFrom() {
        Evaluation evaluation = new Evaluation(
                Taxonomy.FOUR_CLASSES,
                List.of(new ModelRule("weighted-evidence", SyntheticSky.evidenceOptions())),
                4,
                7,
                Prior.SURVEY_FOUR_CLASSES);
        EvaluationReport report =
                evaluation.run(withStrangers(), List.of(), folds -> {}).getFirst();
        Recovery strangers = report.recoveries().getFirst();
        assertEquals("YSO", strangers.sourceClass());
        assertEquals(30, strangers.sources());
        assertTrue(strangers.area() > 0.95, "area " + strangers.area());
        assertEquals(
                List.of("AGN", "Star", "XRB", "CV", "YSO"),
                report.outliers().stream().map(spread -> spread.sourceClass()).toList());
        assertEquals(
                evaluation
                        .run(SyntheticSky.table(300, 4), List.of(), folds -> {})
                        .getFirst()
                        .scores(),
                report.scores());
    }
}
