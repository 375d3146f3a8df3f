package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.OutlierMeasure;
import io.lynceus.classifier.scoring.Posteriors;
import java.util.List;
import java.util.Optional;

/// The rule of a model as a [LearningRule]: densities and weights from the training rows.
public record ModelRule(String name, FitOptions options) implements LearningRule {
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
            return Posteriors.of(model, selected(rows).values(), selected(rows).uncovered());
        }

        @Override
        public Optional<double[]> outlierMeasures(TrainingTable rows) {
            return Optional.of(OutlierMeasure.measures(model, selected(rows).values()));
        }

        private TrainingTable selected(TrainingTable rows) {
            return rows.select(
                    model.features().stream().map(FeatureDefinition::name).toList());
        }

        @Override
        public String choice() {
            return switch (model.rule()) {
                case WeightedEvidence ignored -> "";
                case NaiveBayes bayes -> bayes.rule().description();
            };
        }
    }
}
