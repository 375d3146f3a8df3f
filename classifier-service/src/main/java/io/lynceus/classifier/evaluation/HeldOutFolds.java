package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.SkyFolds;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Taxonomy;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A labelled table split by sky, and the results of a rule on the folds it has not seen.
///
/// Sources of classes outside the taxonomy are never learned from; only their outlier measure is judged.
final class HeldOutFolds {
    private final Taxonomy taxonomy;
    private final TrainingTable table;
    private final TrainingTable known;
    private final int[] places;
    private final int folds;
    private final Map<Long, Integer> foldOfCell = new HashMap<>();

    /// @param seed draws the folds
    HeldOutFolds(TrainingTable table, Taxonomy taxonomy, int folds, long seed) {
        this.table = table;
        this.taxonomy = taxonomy;
        this.folds = folds;
        places = IntStream.range(0, table.rows())
                .filter(row -> taxonomy.indexOf(table.label(row)) >= 0)
                .toArray();
        known = table.rows(places);
        int[] foldOfRow = SkyFolds.assign(known.skyCells(), folds, seed);
        for (int row = 0; row < foldOfRow.length; row++) {
            foldOfCell.put(known.skyCell(row), foldOfRow[row]);
        }
    }

    /// The rows of the taxonomy, which are judged.
    TrainingTable known() {
        return known;
    }

    /// Their places in the table.
    int[] places() {
        return places.clone();
    }

    int folds() {
        return folds;
    }

    /// Cells without a judged source go to any fold: no rule has seen them.
    private int fold(long cell) {
        return foldOfCell.getOrDefault(cell, (int) Math.floorMod(cell, (long) folds));
    }

    /// What a rule answers, each fold of sky from the training rows outside it.
    ///
    /// @param posteriors double[known rows * classes], row-major
    /// @param measures outlier measure of every row of the table [dex]; empty where the rule has none
    /// @param choices what each fold chose, in words
    record HeldOutResults(double[] posteriors, Optional<double[]> measures, List<String> choices) {}

    /// @param training rows to learn from, those of the table or others of the same sky
    /// @param judged told after each fold, by several threads
    HeldOutResults of(LearningRule rule, TrainingTable training, Runnable judged) {
        TrainingTable used = training.of(taxonomy);
        double[] posteriors = new double[known.rows() * taxonomy.size()];
        double[] measures = new double[table.rows()];
        boolean[] measured = new boolean[folds];
        String[] choices = new String[folds];
        IntStream.range(0, folds).parallel().forEach(fold -> {
            LearningRule.Learned learned = rule.learn(used.rows(rows(used, fold, false)));
            int[] held = rows(known, fold, true);
            place(learned.posteriors(known.rows(held)), held, taxonomy.size(), posteriors);
            int[] all = rows(table, fold, true);
            Optional<double[]> unusual = learned.outlierMeasures(table.rows(all));
            unusual.ifPresent(values -> place(values, all, 1, measures));
            measured[fold] = unusual.isPresent();
            choices[fold] = learned.choice();
            judged.run();
        });
        return new HeldOutResults(
                posteriors,
                measured[0] ? Optional.of(measures) : Optional.empty(),
                choices[0].isEmpty() ? Collections.emptyList() : Arrays.asList(choices));
    }

    private int[] rows(TrainingTable of, int fold, boolean inside) {
        return IntStream.range(0, of.rows())
                .filter(row -> (fold(of.skyCell(row)) == fold) == inside)
                .toArray();
    }

    private static void place(double[] values, int[] rows, int width, double[] target) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, i * width, target, rows[i] * width, width);
        }
    }
}
