package io.lynceus.standalone.training;

import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.training.ServedPrior;
import io.lynceus.classifier.training.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how a rule learns, the same for every `lynceus model` command.
final class LearningOptions {
    private static final String STANDARD = TrainingOptions.STANDARD;
    private static final String SAMPLE = ServedPrior.SAMPLE;
    private static final String SURVEY = ServedPrior.SURVEY;

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "AGN,Star,XRB,CV",
            description = "Classes to tell apart; others are left out and counted (default: ${DEFAULT-VALUE}).")
    private List<String> classes = List.of();

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = ",",
            defaultValue = STANDARD,
            description = "Features to use by name, or '" + STANDARD + "' for those that suit the rule, or '"
                    + TrainingOptions.ALL + "'; of a group those that enough sources have (default: ${DEFAULT-VALUE}).")
    private List<String> features = List.of(STANDARD);

    @Option(
            names = "--pairs",
            paramLabel = "FIRST:SECOND",
            split = ",",
            defaultValue = STANDARD,
            description = "Features that speak together under " + WeightedEvidence.NAME + ", or '" + STANDARD
                    + "', or '" + TrainingOptions.NONE + "' (default: ${DEFAULT-VALUE}).")
    private List<String> pairs = List.of(STANDARD);

    @Option(
            names = "--objective",
            paramLabel = "CLASS",
            description = "Class whose F1 the weights of paper mode maximise (default: the mean F1 of all).")
    private @Nullable String objective;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "" + TrainingOptions.DEFAULT_FOLDS,
            description = "Sky-grouped folds, outer and inner (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            defaultValue = "" + TrainingOptions.DEFAULT_SEED,
            description = "Seed of folds and weight search; 'evaluate' takes several, and judges on each draw of the"
                    + " folds (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of((long) TrainingOptions.DEFAULT_SEED);

    @Option(
            names = "--prior",
            paramLabel = "WHICH",
            split = ",",
            defaultValue = SAMPLE,
            description = "Class proportions that serving assumes: '" + SAMPLE + "' for the sample's own, '" + SURVEY
                    + "' for a survey's, or one number per class (default: ${DEFAULT-VALUE}).")
    private List<String> prior = List.of(SAMPLE);

    @Option(
            names = "--feature-file",
            paramLabel = "FILE",
            description = "YAML file with further features and pairs; docs/models.md explains it.")
    private @Nullable Path featureFile;

    List<Long> seeds() {
        return seeds;
    }

    /// Options that every fit, evaluation, comparison and tuning shares.
    ///
    /// @throws IllegalArgumentException where there are several seeds
    TrainingOptions training() {
        if (seeds.size() != 1) {
            throw new IllegalArgumentException("a model is fitted with one seed, not with " + seeds);
        }
        return training(seeds.getFirst());
    }

    TrainingOptions training(long seed) {
        return new TrainingOptions(
                Taxonomy.of(classes.toArray(String[]::new)),
                known(),
                features,
                pairs,
                Optional.ofNullable(objective).map(SourceClass::new),
                folds,
                seed);
    }

    /// The standard features and those of the file.
    private FeatureSet known() {
        return featureFile == null
                ? FeatureSet.standard()
                : FeatureFile.read(featureFile).added();
    }

    TrainingTable table(LabelledSample sample) {
        return sample.table(known());
    }

    /// Class proportions that a fitted model assumes in service.
    ServedPrior servedPrior() {
        return ServedPrior.parse(prior);
    }
}
