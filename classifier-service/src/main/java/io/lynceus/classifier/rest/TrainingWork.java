package io.lynceus.classifier.rest;

import io.lynceus.classifier.Assessment;
import io.lynceus.classifier.BayesVariant;
import io.lynceus.classifier.Comparison;
import io.lynceus.classifier.Comparison.Side;
import io.lynceus.classifier.ComparisonReport;
import io.lynceus.classifier.Evaluation;
import io.lynceus.classifier.EvaluationReport;
import io.lynceus.classifier.FitOptions;
import io.lynceus.classifier.Learner;
import io.lynceus.classifier.Model;
import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.ModelId;
import io.lynceus.classifier.ModelLearner;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.Tuning;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.runtime.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a request asks for as work that tells its progress; a request that cannot be done is refused before.
@ApplicationScoped
class TrainingWork {
    /// For a model's provenance.
    private static final String PROGRAM = "classifier-service " + io.lynceus.contracts.LynceusVersion.CURRENT;

    private final ModelCatalogue catalogue;

    TrainingWork(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What a job made.
    ///
    /// @param model that was kept
    /// @param assessment on held-out sky
    /// @param comparison of two methods
    /// @param tuning of paper mode
    record Made(
            Optional<ModelId> model,
            Optional<Assessment> assessment,
            Optional<NamedComparison> comparison,
            Optional<Tuning> tuning) {
        static final Made NOTHING = new Made(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Made judged(Assessment assessment) {
            return new Made(Optional.empty(), Optional.of(assessment), Optional.empty(), Optional.empty());
        }
    }

    /// @param names of the judged sources, by row
    record NamedComparison(ComparisonReport report, List<String> names) {}

    /// Judges a rule on held-out sky, learns it from all sources and keeps the model.
    Function<Job<Made>, Made> fit(TrainingRequest request) {
        String name = request.name();
        if (name == null) {
            throw new IllegalArgumentException("name is missing: a fit makes a model of that name");
        }
        if (!catalogue.takesModels()) {
            throw new IllegalArgumentException(
                    "no model can be kept: lynceus.classifier.model-folder is not configured");
        }
        TrainingTable table = request.table();
        FitOptions options = request.plan(WeightedEvidence.NAME).options(table);
        Learner learner = new ModelLearner(options.recipe().wireName(), options);
        return progress -> {
            EvaluationReport report = evaluation(request, List.of(learner))
                    .run(table, List.of(), judged -> progress.of(judged, request.foldCount()))
                    .getFirst();
            Model fitted = new ModelFit(options, (generations, of, best) -> progress.check())
                    .fit(
                            name,
                            request.missions() == null ? Set.of() : request.missions(),
                            request.servedPrior(table),
                            table,
                            request.sample().description(),
                            PROGRAM);
            Model model = fitted.withProvenance(fitted.provenance().withHeldOut(report.heldOut()));
            progress.check();
            return new Made(
                    Optional.of(catalogue.keep(model)),
                    Optional.of(new Assessment(request.sample().description(), List.of(report), List.of(model))),
                    Optional.empty(),
                    Optional.empty());
        };
    }

    /// Judges ways of learning on held-out sky.
    Function<Job<Made>, Made> evaluate(TrainingRequest request) {
        TrainingTable table = request.table();
        List<Learner> learners = request.learners(table);
        Evaluation evaluation = evaluation(request, learners);
        return progress -> Made.judged(new Assessment(
                request.sample().description(),
                evaluation.run(
                        table, List.of(), judged -> progress.of(judged, (long) learners.size() * request.foldCount())),
                List.of()));
    }

    /// Judges two ways of learning on the same held-out sources.
    Function<Job<Made>, Made> compare(TrainingRequest request) {
        TrainingTable table = request.table();
        List<Learner> learners = request.learners(table);
        if (learners.size() != 2) {
            throw new IllegalArgumentException("methods names " + learners.size() + ", a comparison is of two");
        }
        List<Side> sides = learners.stream()
                .map(learner -> new Side(learner.name(), learner, table))
                .toList();
        Comparison comparison = new Comparison(
                request.taxonomy(), sides.getFirst(), sides.getLast(), request.foldCount(), request.seedOrOne());
        return progress -> new Made(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new NamedComparison(
                        comparison.run(table, judged -> progress.of(judged, 2L * request.foldCount())),
                        request.sample().names())),
                Optional.empty());
    }

    /// Finds the weights of paper mode.
    Function<Job<Made>, Made> tune(TrainingRequest request) {
        TrainingTable table = request.table();
        FitOptions options = request.plan(BayesVariant.AuthorsCode.NAME).options(table);
        return progress -> new Made(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new ModelFit(options, (generations, of, best) -> progress.of(generations, of)).tune(table)));
    }

    private static Evaluation evaluation(TrainingRequest request, List<Learner> learners) {
        return new Evaluation(
                request.taxonomy(), learners, request.foldCount(), request.seedOrOne(), request.surveyPrior());
    }
}
