package io.lynceus.classifier;

import io.lynceus.classifier.EvaluationReport.ClassScores;
import io.lynceus.classifier.EvaluationReport.Scores;
import io.lynceus.classifier.EvaluationReport.SubScores;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
    /// @param progress told how many folds have been learned and judged, of all learners together
    public List<EvaluationReport> run(TrainingTable table, List<SubSample> subSamples, LongConsumer progress) {
        int[] places = IntStream.range(0, table.rows())
                .filter(row -> taxonomy.indexOf(table.label(row)) >= 0)
                .toArray();
        TrainingTable used = table.rows(places);
        TreeMap<String, Integer> excluded = new TreeMap<>(table.counts());
        excluded.keySet().removeAll(used.counts().keySet());
        int[] foldOfRow = SkyFolds.assign(used.skyCells(), folds, seed);
        List<EvaluationReport> reports = new ArrayList<>();
        for (Learner learner : learners) {
            double[] posteriors = new double[used.rows() * taxonomy.size()];
            List<String> choices = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                TrainingTable training = used.rows(ModelFit.rowsWhere(foldOfRow, fold, false));
                int[] held = ModelFit.rowsWhere(foldOfRow, fold, true);
                Learner.Learned learned = learner.learn(training);
                place(learned.posteriors(used.rows(held)), held, posteriors);
                if (!learned.choice().isEmpty()) {
                    choices.add(learned.choice());
                }
                progress.accept((long) reports.size() * folds + fold + 1);
            }
            reports.add(report(learner, used, excluded, posteriors, choices, subSamples, places));
        }
        return reports;
    }

    private EvaluationReport report(
            Learner learner,
            TrainingTable used,
            TreeMap<String, Integer> excluded,
            double[] posteriors,
            List<String> choices,
            List<SubSample> subSamples,
            int[] places) {
        int[] truths = used.classIndices(taxonomy);
        Prior own = ModelFit.samplePrior(used, taxonomy);
        Predictions predictions = new Predictions(taxonomy, posteriors, truths, used.skyCells());
        return new EvaluationReport(
                learner.name(),
                taxonomy,
                learner.features(),
                folds,
                seed,
                used.counts(),
                excluded,
                scores(own, predictions),
                scores(
                        surveyPrior,
                        new Predictions(taxonomy, moved(posteriors, own, surveyPrior), truths, used.skyCells())),
                choices,
                subSamples.stream()
                        .map(part -> subScores(part, predictions, places))
                        .toList());
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
        int classes = model.taxonomy().size();
        int parts = model.rule().parts().size();
        double[] evidence = Scorer.of(model).evidence(values);
        double[] posteriors = new double[values.length / model.features().size() * classes];
        for (int at = 0, row = 0; at < posteriors.length; at += classes, row++) {
            double[] scores = new double[classes];
            int from = row * (1 + parts) * classes;
            for (int i = 0; i < (1 + parts) * classes; i++) {
                scores[i % classes] += evidence[from + i];
            }
            double lnNormalisation = LogProbabilities.logSumExp(scores);
            for (int c = 0; c < classes; c++) {
                posteriors[at + c] = Math.exp(scores[c] - lnNormalisation);
            }
        }
        return posteriors;
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

    private void place(double[] posteriors, int[] rows, double[] target) {
        int classes = taxonomy.size();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(posteriors, i * classes, target, rows[i] * classes, classes);
        }
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
