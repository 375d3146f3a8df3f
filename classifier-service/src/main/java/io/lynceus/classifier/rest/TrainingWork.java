package io.lynceus.classifier.rest;

import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.Comparison;
import io.lynceus.classifier.evaluation.Comparison.Side;
import io.lynceus.classifier.evaluation.ComparisonReport;
import io.lynceus.classifier.evaluation.Evaluation;
import io.lynceus.classifier.evaluation.EvaluationReport;
import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.fitting.TuningReport;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.training.EvaluationPlan;
import io.lynceus.classifier.training.Fit;
import io.lynceus.classifier.training.FitPlan;
import io.lynceus.classifier.training.LearningRules;
import io.lynceus.classifier.training.TuningPlan;
import io.lynceus.runtime.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Turns training requests into jobs that report progress. An impossible request is refused before its job starts.
@ApplicationScoped
class TrainingWork {
    private final ModelCatalogue catalogue;

    /// For a model's provenance.
    private final String program;

    TrainingWork(
            ModelCatalogue catalogue,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.catalogue = catalogue;
        this.program = name + " " + version;
    }

    /// Result of a job.
    ///
    /// @param model that was kept
    /// @param assessment on held-out sky
    /// @param comparison of two rules
    /// @param tuning of paper mode
    record TrainingResult(
            Optional<ModelId> model,
            Optional<Assessment> assessment,
            Optional<NamedComparison> comparison,
            Optional<TuningReport> tuning) {
        static final TrainingResult NOTHING =
                new TrainingResult(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static TrainingResult of(ModelId model, Assessment assessment) {
            return new TrainingResult(Optional.of(model), Optional.of(assessment), Optional.empty(), Optional.empty());
        }

        static TrainingResult of(Assessment assessment) {
            return new TrainingResult(Optional.empty(), Optional.of(assessment), Optional.empty(), Optional.empty());
        }

        static TrainingResult of(NamedComparison comparison) {
            return new TrainingResult(Optional.empty(), Optional.empty(), Optional.of(comparison), Optional.empty());
        }

        static TrainingResult of(TuningReport tuning) {
            return new TrainingResult(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(tuning));
        }
    }

    /// @param names of the judged sources, by row
    record NamedComparison(ComparisonReport report, List<String> names) {}

    /// Judges a rule on held-out sky, learns from all sources and keeps the model.
    Function<Job<TrainingResult>, TrainingResult> fit(TrainingRequest request) {
        FitPlan plan = request.fit(program);
        if (!catalogue.takesModels()) {
            throw new IllegalArgumentException(
                    "no model can be kept: lynceus.classifier.model-folder is not configured");
        }
        String sample = request.sample().description();
        Fit fit = plan.of(request.table(), sample);
        return job -> {
            EvaluationReport report =
                    fit.judge(List.of(), judged -> job.of(judged, plan.options().folds()));
            Model model = fit.learn(report, (generations, of, best) -> job.check());
            job.check();
            return TrainingResult.of(catalogue.keep(model), new Assessment(sample, List.of(report), List.of(model)));
        };
    }

    /// Judges rules on held-out sky.
    Function<Job<TrainingResult>, TrainingResult> evaluate(TrainingRequest request) {
        EvaluationPlan plan = request.evaluation();
        TrainingTable table = request.table();
        Evaluation evaluation = plan.of(table, LearningRules.OWN);
        return job -> TrainingResult.of(new Assessment(
                request.sample().description(),
                evaluation.run(table, List.of(), judged -> job.of(judged, plan.folds())),
                List.of()));
    }

    /// Judges two rules on the same held-out sources.
    Function<Job<TrainingResult>, TrainingResult> compare(TrainingRequest request) {
        EvaluationPlan plan = request.evaluation();
        TrainingTable table = request.table();
        List<LearningRule> rules = plan.rules(table, LearningRules.OWN);
        if (rules.size() != 2) {
            throw new IllegalArgumentException("methods names " + rules.size() + ", a comparison is of two");
        }
        List<Side> sides =
                rules.stream().map(rule -> new Side(rule.name(), rule, table)).toList();
        Comparison comparison = plan.options().comparison(sides.getFirst(), sides.getLast());
        return job -> TrainingResult.of(new NamedComparison(
                comparison.run(table, judged -> job.of(judged, plan.folds())),
                request.sample().names()));
    }

    /// Finds the weights of paper mode.
    Function<Job<TrainingResult>, TrainingResult> tune(TrainingRequest request) {
        TuningPlan plan = request.tuning();
        TrainingTable table = request.table();
        plan.fitOptions(table);
        return job -> TrainingResult.of(plan.run(table, (generations, of, best) -> job.of(generations, of)));
    }
}
