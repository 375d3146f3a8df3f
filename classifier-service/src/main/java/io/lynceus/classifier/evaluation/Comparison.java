package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.ComparisonReport.Move;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Two rules, or one rule on two training samples, judged on the same held-out sources.
///
/// Neither learns from the piece of sky on which it is judged, wherever its training sample is from.
public final class Comparison {
    private final Taxonomy taxonomy;
    private final Side first;
    private final Side second;
    private final int folds;
    private final long seed;

    /// One side: a rule and the table it learns from.
    public record Side(String name, LearningRule rule, TrainingTable training) {}

    public Comparison(Taxonomy taxonomy, Side first, Side second, int folds, long seed) {
        this.taxonomy = taxonomy;
        this.first = first;
        this.second = second;
        this.folds = folds;
        this.seed = seed;
    }

    /// @param judged sources on which both are judged; rows outside the taxonomy are left out
    /// @param progress called with the number of folds learned and judged, of both sides; an exception from it ends
    ///     the work
    public ComparisonReport run(TrainingTable judged, LongConsumer progress) {
        HeldOutFolds heldOut = new HeldOutFolds(judged, taxonomy, folds, seed);
        AtomicLong done = new AtomicLong();
        Runnable fold = () -> {
            synchronized (done) {
                progress.accept(done.incrementAndGet());
            }
        };
        Predictions ofFirst = predictions(heldOut, first, fold);
        Predictions ofSecond = predictions(heldOut, second, fold);
        return new ComparisonReport(
                taxonomy,
                first.name(),
                second.name(),
                folds,
                seed,
                heldOut.known().counts(),
                new PairedBootstrap(ofFirst, ofSecond, seed).differences(),
                moves(heldOut, ofFirst, ofSecond));
    }

    private Predictions predictions(HeldOutFolds heldOut, Side side, Runnable fold) {
        TrainingTable known = heldOut.known();
        return new Predictions(
                taxonomy,
                heldOut.of(side.rule(), side.training(), fold).posteriors(),
                known.classIndices(taxonomy),
                known.skyCells());
    }

    private List<Move> moves(HeldOutFolds heldOut, Predictions before, Predictions after) {
        int[] places = heldOut.places();
        return IntStream.range(0, places.length)
                .filter(row -> before.winner(row) != after.winner(row))
                .mapToObj(row -> new Move(
                        places[row],
                        heldOut.known().label(row),
                        taxonomy.classes().get(before.winner(row)),
                        before.winnerProbability(row),
                        taxonomy.classes().get(after.winner(row)),
                        after.winnerProbability(row)))
                .toList();
    }
}
