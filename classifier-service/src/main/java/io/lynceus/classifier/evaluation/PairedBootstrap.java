package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.ComparisonReport.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Scores of two predictions of the same sources, with intervals of their difference.
///
/// Both are resampled with the same draws of whole sky cells: a field that is hard for both does not widen the
/// interval.
///
/// Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, section 13.3.
final class PairedBootstrap {
    private static final int RESAMPLES = 2000;

    private final Predictions first;
    private final Predictions second;
    private final long seed;

    /// Both of the same rows.
    PairedBootstrap(Predictions first, Predictions second, long seed) {
        this.first = first;
        this.second = second;
        this.seed = seed;
    }

    /// Macro F1, F1 of every class, Brier score.
    List<Difference> differences() {
        Predictions.ByCell before = first.byCell();
        Predictions.ByCell after = second.byCell();
        int cells = before.cells();
        double[] scoresBefore = before.scores(IntStream.range(0, cells).toArray());
        double[] scoresAfter = after.scores(IntStream.range(0, cells).toArray());
        double[][] differences = new double[scoresBefore.length][RESAMPLES];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] drawn =
                    IntStream.range(0, cells).map(draw -> random.nextInt(cells)).toArray();
            double[] drawnBefore = before.scores(drawn);
            double[] drawnAfter = after.scores(drawn);
            for (int score = 0; score < differences.length; score++) {
                differences[score][resample] = drawnAfter[score] - drawnBefore[score];
            }
        }
        List<String> names = names();
        List<Difference> found = new ArrayList<>();
        int tail = RESAMPLES / 40;
        for (int score = 0; score < differences.length; score++) {
            Arrays.sort(differences[score]);
            found.add(new Difference(
                    names.get(score),
                    scoresBefore[score],
                    scoresAfter[score],
                    differences[score][tail],
                    differences[score][RESAMPLES - 1 - tail]));
        }
        return found;
    }

    private List<String> names() {
        return Stream.of(
                        Stream.of("macro F1"),
                        first.taxonomy().classes().stream().map(of -> "F1 of " + of),
                        Stream.of("Brier score"))
                .flatMap(name -> name)
                .toList();
    }
}
