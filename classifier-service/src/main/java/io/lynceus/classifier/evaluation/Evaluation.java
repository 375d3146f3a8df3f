package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.EvaluationReport.ClassScores;
import io.lynceus.classifier.evaluation.EvaluationReport.Scores;
import io.lynceus.classifier.evaluation.EvaluationReport.SubScores;
import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.scoring.Posteriors;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Held-out scores of rules, all on the same folds. No rule learns from the sky cells it is judged on.
public final class Evaluation {
    private final Taxonomy taxonomy;
    private final List<LearningRule> rules;
    private final int folds;
    private final long seed;
    private final Prior surveyPrior;

    /// @param folds sky-grouped outer folds, drawn by the seed
    /// @param surveyPrior class proportions for the second set of scores
    public Evaluation(Taxonomy taxonomy, List<LearningRule> rules, int folds, long seed, Prior surveyPrior) {
        this.taxonomy = taxonomy;
        this.rules = List.copyOf(rules);
        this.folds = folds;
        this.seed = seed;
        this.surveyPrior = surveyPrior;
    }

    /// One report per rule, in their order.
    ///
    /// @param progress called with the number of folds learned and judged, of all rules together; an exception from
    ///     it ends the evaluation
    public List<EvaluationReport> run(TrainingTable table, List<SubSample> subSamples, LongConsumer progress) {
        HeldOutFolds heldOut = new HeldOutFolds(table, taxonomy, folds, seed);
        AtomicLong judged = new AtomicLong();
        Runnable fold = () -> {
            synchronized (judged) {
                progress.accept(judged.incrementAndGet());
            }
        };
        return rules.stream()
                .map(rule -> report(rule, heldOut, table, heldOut.of(rule, table, fold), subSamples))
                .toList();
    }

    private EvaluationReport report(
            LearningRule rule,
            HeldOutFolds heldOut,
            TrainingTable table,
            HeldOutFolds.HeldOutResults answers,
            List<SubSample> subSamples) {
        TrainingTable used = heldOut.known();
        TreeMap<String, Integer> excluded = new TreeMap<>(table.counts());
        excluded.keySet().removeAll(used.counts().keySet());
        int[] truths = used.classIndices(taxonomy);
        Prior own = ModelFit.samplePrior(used, taxonomy);
        Predictions predictions = new Predictions(taxonomy, answers.posteriors(), truths, used.skyCells());
        Predictions surveyed = new Predictions(
                taxonomy, Posteriors.underPrior(answers.posteriors(), own, surveyPrior), truths, used.skyCells());
        Optional<OutlierRecovery> outliers =
                answers.measures().map(measures -> new OutlierRecovery(table, taxonomy, measures));
        return new EvaluationReport(
                rule.name(),
                taxonomy,
                rule.features(),
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
