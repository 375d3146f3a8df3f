package io.lynceus.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.evaluation.Comparison.Side;
import io.lynceus.classifier.evaluation.ComparisonReport.Difference;
import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final TrainingTable TABLE = SyntheticSky.table(300, 6);
    private static final LearningRule EVIDENCE = new ModelRule("weighted-evidence", SyntheticSky.evidenceOptions());

    private static ComparisonReport compare(
            LearningRule first, TrainingTable ofFirst, LearningRule second, TrainingTable ofSecond) {
        return new Comparison(
                        Taxonomy.FOUR_CLASSES,
                        new Side("first", first, ofFirst),
                        new Side("second", second, ofSecond),
                        4,
                        7)
                .run(TABLE, folds -> {});
    }

    /// The same sources with their labels shuffled.
    private static TrainingTable meaningless() {
        List<SourceClass> labels = new ArrayList<>(
                IntStream.range(0, TABLE.rows()).mapToObj(TABLE::label).toList());
        Collections.shuffle(labels, new java.util.Random(8));
        return new TrainingTable(TABLE.features(), TABLE.values(), labels, TABLE.skyCells());
    }

    @Test
    void aWayOfLearningDiffersInNothingFromItself() {
        ComparisonReport report = compare(EVIDENCE, TABLE, EVIDENCE, TABLE);
        assertEquals(List.of(), report.moves());
        for (Difference difference : report.differences()) {
            assertEquals(0, difference.value());
            assertEquals(0, difference.low());
            assertEquals(0, difference.high());
        }
    }

    @Test
    void aMeaninglessTrainingSampleLosesBeyondChanceAndItsMovesAreCounted() {
        ComparisonReport report = compare(EVIDENCE, meaningless(), EVIDENCE, TABLE);
        Difference macro = report.differences().getFirst();
        assertEquals("macro F1", macro.score());
        assertTrue(macro.low() > 0.1 && macro.low() < macro.value() && macro.value() < macro.high(), macro.toString());
        assertTrue(report.differences().getLast().high() < 0, "Brier score");
        assertEquals(
                report.moves().size(),
                report.counts().stream().mapToInt(count -> count.sources()).sum());
        int gained = report.counts().stream()
                .mapToInt(count -> count.rightAfter() - count.rightBefore())
                .sum();
        double moved = (double) gained / TABLE.rows();
        assertTrue(moved > 0.2, "share of sources that became right: " + moved);
        String text = new ComparisonTable(
                        report,
                        IntStream.range(0, TABLE.rows())
                                .mapToObj(row -> "source " + row)
                                .toList())
                .text();
        assertTrue(text.contains("source " + report.moves().getFirst().row() + ","), text);
    }

    @Test
    void neitherLearnsFromTheSkyOnWhichItIsJudgedWhereverItsSampleIsFrom() {
        List<Set<Long>> overlaps = Collections.synchronizedList(new ArrayList<>());
        LearningRule watching = new LearningRule() {
            @Override
            public String name() {
                return "watching";
            }

            @Override
            public List<String> features() {
                return TABLE.features();
            }

            @Override
            public Learned learn(TrainingTable training) {
                Set<Long> learned = new HashSet<>();
                IntStream.range(0, training.rows()).forEach(row -> learned.add(training.skyCell(row)));
                return rows -> {
                    Set<Long> judged = new HashSet<>();
                    IntStream.range(0, rows.rows()).forEach(row -> judged.add(rows.skyCell(row)));
                    judged.retainAll(learned);
                    overlaps.add(judged);
                    double[] even = new double[rows.rows() * 4];
                    java.util.Arrays.fill(even, 0.25);
                    return even;
                };
            }
        };
        compare(watching, TABLE, watching, SyntheticSky.table(500, 9));
        assertEquals(Collections.nCopies(8, Set.of()), overlaps);
    }

    @Test
    void theSameDrawsOfSkyMakeAPairedIntervalNarrowerThanTwoOnTheirOwn() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 400;
        double[] first = new double[rows * 2];
        double[] second = new double[rows * 2];
        int[] truths = new int[rows];
        long[] cells = new long[rows];
        for (int row = 0; row < rows; row++) {
            truths[row] = row % 2;
            cells[row] = row / 8;
            boolean hardField = cells[row] % 3 == 0;
            boolean right = random.nextDouble() > (hardField ? 0.6 : 0.05);
            first[row * 2 + (right ? truths[row] : 1 - truths[row])] = 1;
            boolean better = right || row % 40 == 0;
            second[row * 2 + (better ? truths[row] : 1 - truths[row])] = 1;
        }
        Taxonomy two = Taxonomy.of("A", "B");
        Predictions before = new Predictions(two, first, truths, cells);
        Predictions after = new Predictions(two, second, truths, cells);
        Difference macro = new PairedBootstrap(before, after, 1).differences().getFirst();
        ConfidenceInterval alone = before.bootstrap(ConfusionMatrix::macroF1, 1);
        assertTrue(macro.high() - macro.low() < 0.5 * (alone.high() - alone.low()), macro + " beside " + alone);
    }
}
