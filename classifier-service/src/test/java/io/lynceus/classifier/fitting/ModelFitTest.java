package io.lynceus.classifier.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.SourceClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelFitTest {
    private static final FitOptions OPTIONS =
            SyntheticSky.options(SyntheticSky.variants().getLast());

    private static Model fit(TrainingTable table) {
        return new ModelFit(OPTIONS).fit("synthetic", Set.of(), Prior.SURVEY_FOUR_CLASSES, table, "made up", "test");
    }

    @Test
    void equalInputsGiveEqualModels() {
        assertEquals(fit(SyntheticSky.table(200, 1)), fit(SyntheticSky.table(200, 1)));
    }

    @Test
    void rowsOutsideTheTaxonomyAreLeftOutAndCounted() {
        TrainingTable table = SyntheticSky.table(200, 1);
        List<SourceClass> labels = IntStream.range(0, 200)
                .mapToObj(row -> row < 10 ? new SourceClass("YSO") : table.label(row))
                .toList();
        long[] cells = IntStream.range(0, 200).mapToLong(table::skyCell).toArray();
        Provenance provenance = fit(new TrainingTable(table.features(), table.values(), labels, cells))
                .provenance();
        assertEquals(Map.of("YSO", 10), provenance.excludedRows());
        assertEquals(
                190,
                provenance.rows().values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void classThatNoSourceIsOfIsNamedWithWhatToDo() {
        TrainingTable table = SyntheticSky.table(200, 1);
        TrainingTable withoutBinaries = table.rows(IntStream.range(0, 200)
                .filter(row -> !table.label(row).name().equals("XRB"))
                .toArray());
        assertEquals(
                "none of the 150 sources to learn from is a XRB: give the sample some, spread over the sky so that each"
                        + " fold leaves one, or leave XRB out of the classes",
                assertThrows(IllegalArgumentException.class, () -> new ModelFit(OPTIONS).fitForSample(withoutBinaries))
                        .getMessage());
    }

    @Test
    void digestFollowsEveryPartOfTheTable() {
        TrainingTable table = SyntheticSky.table(50, 1);
        double[] values = table.values();
        values[3] += 1e-12;
        long[] cells = IntStream.range(0, 50).mapToLong(table::skyCell).toArray();
        List<SourceClass> labels = IntStream.range(0, 50).mapToObj(table::label).toList();
        assertEquals(table.digest(), new TrainingTable(table.features(), table.values(), labels, cells).digest());
        assertNotEquals(table.digest(), new TrainingTable(table.features(), values, labels, cells).digest());
        cells[49]++;
        assertNotEquals(table.digest(), new TrainingTable(table.features(), table.values(), labels, cells).digest());
    }

    @Test
    void foldsKeepEveryCellTogetherAndSimilarInSize() {
        TrainingTable table = SyntheticSky.table(600, 2);
        long[] cells = IntStream.range(0, 600).mapToLong(table::skyCell).toArray();
        int[] folds = SkyFolds.assign(cells, 5, 9);
        Set<List<Long>> pairs = new HashSet<>();
        for (int row = 0; row < 600; row++) {
            pairs.add(List.of(cells[row], (long) folds[row]));
        }
        assertEquals(Arrays.stream(cells).distinct().count(), pairs.size());
        for (int fold = 0; fold < 5; fold++) {
            int size = ModelFit.rowsWhere(folds, fold, true).length;
            assertTrue(size > 100 && size < 140, "fold of " + size + " rows");
        }
        assertThrows(IllegalArgumentException.class, () -> SkyFolds.assign(new long[] {1, 1, 2}, 3, 9));
    }

    @Test
    void weightsOfADecisiveCategoryOutweighThoseOfNoise() {
        TrainingTable table = SyntheticSky.table(400, 3);
        double[] values = table.values();
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        for (int row = 0; row < 400; row++) {
            values[row * 5 + 1] = random.nextGaussian();
        }
        long[] cells = IntStream.range(0, 400).mapToLong(table::skyCell).toArray();
        List<SourceClass> labels =
                IntStream.range(0, 400).mapToObj(table::label).toList();
        Model fitted = fit(new TrainingTable(table.features(), values, labels, cells));
        CategoryWeights weights = ((NaiveBayes) fitted.rule()).rule().weights();
        assertTrue(weights.spectrum() < weights.counterparts() / 2, weights.toString());
    }

    @Test
    void searchFindsThePeakOfASmoothHill() {
        double[] best = new DifferentialEvolution(32, 40, 5)
                .maximise(
                        new double[] {10, 10, 10, 1},
                        point -> -Math.pow(point[0] - 3, 2)
                                - Math.pow(point[1] - 9.5, 2)
                                - Math.pow(point[2], 2)
                                - Math.pow(point[3] - 0.4, 2),
                        SearchProgress.NONE);
        assertEquals(3, best[0], 0.05);
        assertEquals(9.5, best[1], 0.05);
        assertEquals(0, best[2], 0.05);
        assertEquals(0.4, best[3], 0.05);
    }
}
