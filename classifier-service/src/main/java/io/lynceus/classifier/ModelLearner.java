package io.lynceus.classifier;

import java.util.List;
import java.util.Optional;

/// A model's recipe as a [Learner]: densities and weights from the training rows.
public record ModelLearner(String name, FitOptions options) implements Learner {
    @Override
    public List<String> features() {
        return options.featureNames();
    }

    @Override
    public Learned learn(TrainingTable training) {
        return new LearnedModel(new ModelFit(options).fitForSample(training.select(options.featureNames())));
    }

    private record LearnedModel(Model model) implements Learned {
        @Override
        public double[] posteriors(TrainingTable rows) {
            return Evaluation.posteriors(
                    model, selected(rows).values(), selected(rows).uncovered());
        }

        @Override
        public Optional<double[]> outlierMeasures(TrainingTable rows) {
            return Optional.of(Evaluation.outlierMeasures(model, selected(rows).values()));
        }

        private TrainingTable selected(TrainingTable rows) {
            return rows.select(
                    model.features().stream().map(FeatureDefinition::name).toList());
        }

        @Override
        public String choice() {
            return switch (model.rule()) {
                case WeightedEvidence ignored -> "";
                case NaiveBayes bayes -> bayes.variant().description();
            };
        }
    }
}
