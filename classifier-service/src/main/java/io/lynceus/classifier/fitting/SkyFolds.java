package io.lynceus.classifier.fitting;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Folds of a sample in which sources of one sky cell stay together, since neighbours share systematics.
public final class SkyFolds {
    private SkyFolds() {}

    /// Fold of each row, in [0, folds): cells in a random order, each to the fold with the fewest rows so far.
    public static int[] assign(long[] skyCells, int folds, long seed) {
        long[] cells = Arrays.stream(skyCells).distinct().sorted().toArray();
        if (folds < 2 || cells.length < folds) {
            throw new IllegalArgumentException(
                    "cannot split " + cells.length + " sky cells into " + folds + " folds of at least one cell");
        }
        int[] rowsOfCell = new int[cells.length];
        for (long cell : skyCells) {
            rowsOfCell[Arrays.binarySearch(cells, cell)]++;
        }
        int[] foldOfCell = new int[cells.length];
        int[] rowsOfFold = new int[folds];
        for (int cell : shuffled(cells.length, seed)) {
            int smallest = 0;
            for (int fold = 1; fold < folds; fold++) {
                smallest = rowsOfFold[fold] < rowsOfFold[smallest] ? fold : smallest;
            }
            foldOfCell[cell] = smallest;
            rowsOfFold[smallest] += rowsOfCell[cell];
        }
        return Arrays.stream(skyCells)
                .mapToInt(cell -> foldOfCell[Arrays.binarySearch(cells, cell)])
                .toArray();
    }

    private static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
