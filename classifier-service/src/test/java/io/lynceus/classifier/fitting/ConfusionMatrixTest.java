package io.lynceus.classifier.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /// One decimal is printed, some of it cut off and not rounded [%].
    private static final double PRINTED = 0.06;

    private static final Path PUBLISHED = Path.of("../../shared/data/published_matrices.csv");

    /// Recall, prior-corrected precision and raw precision of AGN, Star, XRB, CV [%], NaN where not given.
    ///
    /// Source: Tranin et al. (2022), A&A 657, A138, and the authors' slides of May 2021, four-class priors.
    private static final Map<String, double[]> EXPECTED = Map.of(
            "naive Bayes (slides of May 2021),2SXPS",
                    new double[] {98.1, 94.9, -1, 97.6, 96.6, -1, 71.5, 82.3, 47.8, 11.3, 52.4, 43.4},
            "naive Bayes (slides of May 2021),4XMM-DR10",
                    new double[] {98.2, 95.8, -1, 99.1, 98.6, -1, 74.4, 79.0, 55.4, 22.0, 73.0, 63.2},
            "random forest (slides of May 2021),2SXPS",
                    new double[] {99.0, 95.1, -1, 97.8, 97.6, -1, 68.0, 84.8, 50.8, 20.2, 65.1, 87.5},
            "naive Bayes (Tranin et al. 2022),2SXPS training sample",
                    new double[] {99.0, 97.0, -1, 97.7, 98.6, -1, 91.6, 90.7, 65.1, 34.5, 85.5, -1},
            "naive Bayes (Tranin et al. 2022),4XMM training sample",
                    new double[] {99.5, 97.2, -1, 99.4, 98.9, -1, 88.2, 93.7, 82.4, 32.1, 84.6, -1},
            "random forest (Tranin et al. 2022),2SXPS 30% hold-out",
                    new double[] {99.6, 96.8, -1, 99.1, 99.2, -1, 79.0, 95.2, -1, 59.1, 87.9, -1});

    @Test
    void publishedMatricesGiveThePublishedRecallsAndPrecisions() throws IOException {
        assumeTrue(Files.exists(PUBLISHED), "no shared data at " + PUBLISHED.toAbsolutePath());
        Map<String, List<List<Integer>>> matrices = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(PUBLISHED)) {
            lines.skip(1).map(line -> line.split(",")).forEach(fields -> matrices.computeIfAbsent(
                            fields[0] + "," + fields[1], key -> new ArrayList<>())
                    .add(Stream.of(fields).skip(3).map(Integer::valueOf).toList()));
        }
        assertEquals(EXPECTED.keySet(), matrices.keySet());
        matrices.forEach((work, counts) -> {
            ConfusionMatrix matrix = new ConfusionMatrix(Taxonomy.FOUR_CLASSES, counts);
            for (int c = 0; c < 4; c++) {
                String what = work + ", " + Taxonomy.FOUR_CLASSES.classes().get(c);
                double[] expected = EXPECTED.get(work);
                assertEquals(expected[3 * c], 100 * matrix.recall(c), PRINTED, what);
                assertEquals(expected[3 * c + 1], 100 * matrix.precision(c, Prior.SURVEY_FOUR_CLASSES), PRINTED, what);
                if (expected[3 * c + 2] >= 0) {
                    assertEquals(expected[3 * c + 2], 100 * matrix.precision(c), PRINTED, what);
                }
            }
        });
    }

    @Test
    void scoresOfASmallMatrix() {
        ConfusionMatrix matrix = new ConfusionMatrix(Taxonomy.of("A", "B"), List.of(List.of(8, 1), List.of(2, 9)));
        assertEquals(0.8, matrix.recall(0), 1e-15);
        assertEquals(8.0 / 9, matrix.precision(0), 1e-15);
        assertEquals(16.0 / 19, matrix.f1(0), 1e-15);
        assertEquals((16.0 / 19 + 18.0 / 21) / 2, matrix.macroF1(), 1e-15);
        assertEquals(0.85, matrix.accuracy(), 1e-15);
    }

    @Test
    void aClassNobodyWasGivenScoresZero() {
        ConfusionMatrix matrix = new ConfusionMatrix(Taxonomy.of("A", "B"), List.of(List.of(5, 5), List.of(0, 0)));
        assertEquals(0, matrix.precision(1));
        assertEquals(0, matrix.precision(1, new Prior(List.of(0.5, 0.5))));
        assertEquals(0, matrix.f1(1));
    }
}
