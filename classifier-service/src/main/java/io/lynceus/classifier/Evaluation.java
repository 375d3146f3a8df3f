package io.lynceus.classifier;

import io.lynceus.classifier.EvaluationReport.ClassScores;
import io.lynceus.classifier.EvaluationReport.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Held-out scores of a way of fitting: densities and weights see nothing of the sky cells they are judged on.
public final class Evaluation {
    private final FitOptions options;
    private final int folds;
    private final Prior surveyPrior;

    /// `folds` sky-grouped outer folds; the options' inner folds choose the weights inside each.
    public Evaluation(FitOptions options, int folds, Prior surveyPrior) {
        this.options = options;
        this.folds = folds;
        this.surveyPrior = surveyPrior;
    }

    public EvaluationReport run(TrainingTable table) {
        Taxonomy taxonomy = options.taxonomy();
        TrainingTable used = table.of(taxonomy).select(options.featureNames());
        TreeMap<String, Integer> excluded = new TreeMap<>(table.counts());
        excluded.keySet().removeAll(used.counts().keySet());
        long[] cells = IntStream.range(0, used.rows()).mapToLong(used::skyCell).toArray();
        int[] foldOfRow = SkyFolds.assign(cells, folds, options.seed());

        double[] sample = new double[used.rows() * taxonomy.size()];
        double[] survey = new double[used.rows() * taxonomy.size()];
        List<BayesVariant> variants = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Model model = new ModelFit(options).fitForSample(used.rows(ModelFit.rowsWhere(foldOfRow, fold, false)));
            int[] held = ModelFit.rowsWhere(foldOfRow, fold, true);
            double[] values = used.rows(held).values();
            place(posteriors(model, values), held, sample);
            place(posteriors(model.withPrior(surveyPrior), values), held, survey);
            variants.add(model.variant());
        }
        int[] truths = used.classIndices(taxonomy);
        return new EvaluationReport(
                taxonomy,
                options.features(),
                options.objective(),
                folds,
                options.seed(),
                used.counts(),
                excluded,
                scores(ModelFit.samplePrior(used, taxonomy), new Predictions(taxonomy, sample, truths, cells)),
                scores(surveyPrior, new Predictions(taxonomy, survey, truths, cells)),
                variants);
    }

    /// double[rows * classes], row-major.
    static double[] posteriors(Model model, double[] values) {
        int classes = model.taxonomy().size();
        int features = model.likelihoods().size();
        double[] evidence = new BatchScorer(model).evidence(values);
        double[] posteriors = new double[values.length / features * classes];
        for (int at = 0, row = 0; at < posteriors.length; at += classes, row++) {
            double[] scores = new double[classes];
            int from = row * (1 + features) * classes;
            for (int i = 0; i < (1 + features) * classes; i++) {
                scores[i % classes] += evidence[from + i];
            }
            double lnNormalisation = LogProbabilities.logSumExp(scores);
            for (int c = 0; c < classes; c++) {
                posteriors[at + c] = Math.exp(scores[c] - lnNormalisation);
            }
        }
        return posteriors;
    }

    private void place(double[] posteriors, int[] rows, double[] target) {
        int classes = options.taxonomy().size();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(posteriors, i * classes, target, rows[i] * classes, classes);
        }
    }

    private Scores scores(Prior prior, Predictions predictions) {
        ConfusionMatrix matrix = predictions.matrix();
        List<ClassScores> classes = IntStream.range(0, options.taxonomy().size())
                .mapToObj(c -> new ClassScores(
                        options.taxonomy().classes().get(c),
                        matrix.recall(c),
                        ConfidenceInterval.wilson(matrix.count(c, c), matrix.ofTruth(c)),
                        matrix.precision(c),
                        ConfidenceInterval.wilson(matrix.count(c, c), matrix.predicted(c)),
                        matrix.f1(c),
                        predictions.bootstrap(resampled -> resampled.f1(c), options.seed()),
                        matrix.precision(c, surveyPrior)))
                .toList();
        return new Scores(
                prior,
                matrix,
                classes,
                matrix.macroF1(),
                predictions.bootstrap(ConfusionMatrix::macroF1, options.seed()),
                predictions.expectedCalibrationError(),
                predictions.brier());
    }
}
