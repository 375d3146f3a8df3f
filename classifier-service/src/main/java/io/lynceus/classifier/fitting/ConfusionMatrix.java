package io.lynceus.classifier.fitting;

import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Counts of sources by predicted and true class, and the scores that follow.
///
/// `counts` holds one list per predicted class, each with one count per true class, both in the taxonomy's order.
/// A score without any source to judge it by is 0.
public record ConfusionMatrix(Taxonomy taxonomy, List<List<Integer>> counts) {
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        int size = taxonomy.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("confusion matrix of %d classes must be %1$d by %1$d".formatted(size));
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("confusion counts must be >= 0: " + counts);
        }
    }

    /// From flat counts, int[classes * classes] with the predicted class as the row.
    public static ConfusionMatrix of(Taxonomy taxonomy, int[] counts) {
        int size = taxonomy.size();
        return new ConfusionMatrix(
                taxonomy,
                IntStream.range(0, size)
                        .mapToObj(predicted -> Arrays.stream(counts, predicted * size, (predicted + 1) * size)
                                .boxed()
                                .toList())
                        .toList());
    }

    public int count(int predicted, int truth) {
        return counts.get(predicted).get(truth);
    }

    /// Sources of a true class.
    public int ofTruth(int truth) {
        return counts.stream().mapToInt(row -> row.get(truth)).sum();
    }

    /// Sources given a class.
    public int predicted(int predicted) {
        return counts.get(predicted).stream().mapToInt(Integer::intValue).sum();
    }

    public double recall(int sourceClass) {
        return ratio(count(sourceClass, sourceClass), ofTruth(sourceClass));
    }

    public double precision(int sourceClass) {
        return ratio(count(sourceClass, sourceClass), predicted(sourceClass));
    }

    /// Harmonic mean of recall and precision: 2 right / (of the class + given the class).
    public double f1(int sourceClass) {
        return ratio(2.0 * count(sourceClass, sourceClass), ofTruth(sourceClass) + predicted(sourceClass));
    }

    public double macroF1() {
        return IntStream.range(0, taxonomy.size())
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    public double accuracy() {
        int right = IntStream.range(0, taxonomy.size()).map(c -> count(c, c)).sum();
        return ratio(
                right, IntStream.range(0, taxonomy.size()).map(this::ofTruth).sum());
    }

    /// Precision the same recalls and confusions would have where the classes come in the prior's proportions.
    ///
    /// r_cc pi_c / sum over t of r_ct pi_t, r_ct the share of true class t that is given class c.
    public double precision(int sourceClass, Prior prior) {
        double given = IntStream.range(0, taxonomy.size())
                .mapToDouble(truth -> ratio(count(sourceClass, truth), ofTruth(truth))
                        * prior.probabilities().get(truth))
                .sum();
        return ratio(recall(sourceClass) * prior.probabilities().get(sourceClass), given);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
