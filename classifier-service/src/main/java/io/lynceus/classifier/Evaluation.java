package io.lynceus.classifier;

import io.lynceus.classifier.EvaluationReport.ClassScores;
import io.lynceus.classifier.EvaluationReport.Scores;
import io.lynceus.classifier.EvaluationReport.SubScores;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Held-out scores of ways of learning, all on the same folds: nothing is learned from the sky cells it is judged on.
public final class Evaluation {
    private final Taxonomy taxonomy;
    private final List<Learner> learners;
    private final int folds;
    private final long seed;
    private final Prior surveyPrior;

    /// @param folds sky-grouped outer folds, drawn by the seed
    /// @param surveyPrior class proportions for the second set of scores
    public Evaluation(Taxonomy taxonomy, List<Learner> learners, int folds, long seed, Prior surveyPrior) {
        this.taxonomy = taxonomy;
        this.learners = List.copyOf(learners);
        this.folds = folds;
        this.seed = seed;
        this.surveyPrior = surveyPrior;
    }

    /// One report per learner, in their order.
    ///
    /// @param progress told how many folds have been learned and judged, of all learners together; what it throws
    /// ends
    /// the evaluation
    public List<EvaluationReport> run(TrainingTable table, List<SubSample> subSamples, LongConsumer progress) {
        HeldOut heldOut = new HeldOut(table, taxonomy, folds, seed);
        AtomicLong judged = new AtomicLong();
        Runnable fold = () -> {
            synchronized (judged) {
                progress.accept(judged.incrementAndGet());
            }
        };
        return learners.stream()
                .map(learner -> report(learner, heldOut, table, heldOut.of(learner, table, fold), subSamples))
                .toList();
    }

    private EvaluationReport report(
            Learner learner,
            HeldOut heldOut,
            TrainingTable table,
            HeldOut.Answers answers,
            List<SubSample> subSamples) {
        TrainingTable used = heldOut.known();
        TreeMap<String, Integer> excluded = new TreeMap<>(table.counts());
        excluded.keySet().removeAll(used.counts().keySet());
        int[] truths = used.classIndices(taxonomy);
        Prior own = ModelFit.samplePrior(used, taxonomy);
        Predictions predictions = new Predictions(taxonomy, answers.posteriors(), truths, used.skyCells());
        Predictions surveyed =
                new Predictions(taxonomy, moved(answers.posteriors(), own, surveyPrior), truths, used.skyCells());
        Optional<OutlierRecovery> outliers =
                answers.measures().map(measures -> new OutlierRecovery(table, taxonomy, measures));
        return new EvaluationReport(
                learner.name(),
                taxonomy,
                learner.features(),
                folds,
                seed,
                used.counts(),
                excluded,
                scores(own, predictions),
                scores(surveyPrior, surveyed),
                answers.choices(),
                subSamples.stream()
                        .map(part -> subScores(part, predictions, heldOut.places()))
                        .toList(),
                outliers.map(OutlierRecovery::spreads).orElse(List.of()),
                outliers.map(OutlierRecovery::recoveries).orElse(List.of()));
    }

    private static SubScores subScores(SubSample part, Predictions predictions, int[] places) {
        Predictions chosen = predictions.of(IntStream.range(0, places.length)
                .filter(row -> part.has().test(places[row]))
                .toArray());
        ConfusionMatrix matrix = chosen.matrix();
        return new SubScores(
                part.name(),
                IntStream.range(0, matrix.taxonomy().size())
                        .map(matrix::ofTruth)
                        .sum(),
                matrix.macroF1(),
                IntStream.range(0, matrix.taxonomy().size())
                        .mapToObj(matrix::f1)
                        .toList(),
                chosen.expectedCalibrationError());
    }

    /// double[rows * classes], row-major, under the model's prior.
    static double[] posteriors(Model model, double[] values) {
        return posteriors(model, values, new BitSet());
    }

    /// @param uncovered places in `values` of missing ones that nothing could have told
    static double[] posteriors(Model model, double[] values, BitSet uncovered) {
        int classes = model.taxonomy().size();
        double[] posteriors = Scorer.of(model).scores(values, uncovered);
        for (int at = 0; at < posteriors.length; at += classes) {
            double[] scores = Arrays.copyOfRange(posteriors, at, at + classes);
            double lnNormalisation = LogProbabilities.logSumExp(scores);
            for (int c = 0; c < classes; c++) {
                posteriors[at + c] = Math.exp(scores[c] - lnNormalisation);
            }
        }
        return posteriors;
    }

    /// One per row [dex].
    static double[] outlierMeasures(Model model, double[] values) {
        int classes = model.taxonomy().size();
        int features = model.features().size();
        OutlierMeasure outliers = OutlierMeasure.of(model);
        double[] scores = Scorer.of(model).scores(values);
        return IntStream.range(0, values.length / features)
                .mapToDouble(row -> outliers.measure(
                        values, row * features, Arrays.copyOfRange(scores, row * classes, (row + 1) * classes)))
                .toArray();
    }

    /// The same evidence where the classes come in other proportions: P'(c) ~ P(c) pi'_c / pi_c.
    static double[] moved(double[] posteriors, Prior from, Prior to) {
        int classes = to.probabilities().size();
        double[] moved = new double[posteriors.length];
        for (int at = 0; at < moved.length; at += classes) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                moved[at + c] = posteriors[at + c]
                        * to.probabilities().get(c)
                        / from.probabilities().get(c);
                sum += moved[at + c];
            }
            for (int c = 0; c < classes; c++) {
                moved[at + c] /= sum;
            }
        }
        return moved;
    }

    private Scores scores(Prior prior, Predictions predictions) {
        ConfusionMatrix matrix = predictions.matrix();
        List<ClassScores> classes = IntStream.range(0, taxonomy.size())
                .mapToObj(c -> new ClassScores(
                        taxonomy.classes().get(c),
                        matrix.recall(c),
                        ConfidenceInterval.wilson(matrix.count(c, c), matrix.ofTruth(c)),
                        matrix.precision(c),
                        ConfidenceInterval.wilson(matrix.count(c, c), matrix.predicted(c)),
                        matrix.f1(c),
                        predictions.bootstrap(resampled -> resampled.f1(c), seed),
                        matrix.precision(c, surveyPrior)))
                .toList();
        return new Scores(
                prior,
                matrix,
                classes,
                matrix.macroF1(),
                predictions.bootstrap(ConfusionMatrix::macroF1, seed),
                predictions.expectedCalibrationError(),
                predictions.brier(),
                predictions.reliability());
    }
}
