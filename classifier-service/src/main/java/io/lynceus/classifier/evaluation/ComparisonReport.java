package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Differences of two rules on the same held-out sources.
///
/// @param rows judged sources per class
/// @param differences macro F1, F1 of every class in the taxonomy's order, Brier score
/// @param moves sources that the two give different classes
public record ComparisonReport(
        Taxonomy taxonomy,
        String first,
        String second,
        int folds,
        long seed,
        Map<String, Integer> rows,
        List<Difference> differences,
        List<Move> moves) {
    public ComparisonReport {
        rows = Map.copyOf(rows);
        differences = List.copyOf(differences);
        moves = List.copyOf(moves);
    }

    /// One score of both; `low` and `high` hold 95% of second - first over the same draws of sky cells.
    public record Difference(String score, double first, double second, double low, double high) {
        public double value() {
            return second - first;
        }
    }

    /// A source that the two sides give different classes.
    ///
    /// @param row of the judged table
    /// @param before class by the first side, with its posterior
    public record Move(
            int row,
            SourceClass truth,
            SourceClass before,
            double probabilityBefore,
            SourceClass after,
            double probabilityAfter) {}

    /// Sources that moved from one class to another, and how many of them each side gave the right one.
    public record MoveCount(SourceClass before, SourceClass after, int sources, int rightBefore, int rightAfter) {}

    /// Moves counted, most first.
    public List<MoveCount> counts() {
        Map<String, MoveCount> counts = new TreeMap<>();
        for (Move move : moves) {
            counts.merge(
                    move.before() + ">" + move.after(),
                    new MoveCount(
                            move.before(),
                            move.after(),
                            1,
                            move.before().equals(move.truth()) ? 1 : 0,
                            move.after().equals(move.truth()) ? 1 : 0),
                    (a, b) -> new MoveCount(
                            a.before(),
                            a.after(),
                            a.sources() + b.sources(),
                            a.rightBefore() + b.rightBefore(),
                            a.rightAfter() + b.rightAfter()));
        }
        return counts.values().stream()
                .sorted((a, b) -> Integer.compare(b.sources(), a.sources()))
                .toList();
    }
}
