package io.lynceus.classifier.training;

import io.lynceus.classifier.evaluation.Evaluation;
import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.ModelRule;
import io.lynceus.classifier.evaluation.SubSample;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.SearchProgress;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.Prior;
import java.util.List;
import java.util.function.LongConsumer;

/// A [FitPlan] and its table: the rule is judged on held-out sky, then learns from all sources.
public final class Fit {
    private final FitPlan plan;
    private final FitOptions options;
    private final TrainingTable table;
    private final String sample;

    Fit(FitPlan plan, FitOptions options, TrainingTable table, String sample) {
        this.plan = plan;
        this.options = options;
        this.table = table;
        this.sample = sample;
    }

    /// Scores of the rule on held-out sky.
    ///
    /// @param progress told how many folds have been learned and judged; an exception from it ends the work
    public EvaluationReport judge(List<SubSample> parts, LongConsumer progress) {
        return new Evaluation(
                        options.taxonomy(),
                        List.of(new ModelRule(plan.rule(), options)),
                        options.innerFolds(),
                        options.seed(),
                        Prior.survey(options.taxonomy()))
                .run(table, parts, progress)
                .getFirst();
    }

    /// The model of all sources.
    ///
    /// @param progress of the search for the weights of paper mode; an exception from it ends the work
    public Model learn(SearchProgress progress) {
        return new ModelFit(options, progress)
                .fit(
                        plan.name(),
                        plan.missions(),
                        plan.prior().of(options.taxonomy(), table),
                        table,
                        sample,
                        plan.program());
    }

    /// The model of all sources, with the scores of [#judge] in its provenance.
    public Model learn(EvaluationReport judged, SearchProgress progress) {
        Model fitted = learn(progress);
        return fitted.withProvenance(fitted.provenance().withHeldOut(judged.heldOut()));
    }
}
