package io.lynceus.standalone.training;

import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.sky.Healpix;
import java.util.List;

/// Sources to fit a model to, or to judge one by.
///
/// @param description what the sample is, for a model's provenance
/// @param refused rows that could not be used
record LabelledSample(String description, List<LabelledSource> sources, long refused) {
    /// HEALPix order of the patches that are kept together in folds: 1.8 deg wide, so that neighbours in a cluster or a
    /// galaxy do not vouch for each other.
    private static final int FOLD_ORDER = 5;

    /// Measured values below which a feature's density cannot be told; a choice.
    private static final int FEWEST_VALUES = 30;

    LabelledSample {
        sources = List.copyOf(sources);
    }

    /// Number of sources of a class.
    int count(SourceClass sourceClass) {
        return (int) sources.stream()
                .filter(source -> source.sourceClass().equals(sourceClass.name()))
                .count();
    }

    /// Those of the features that enough sources of the taxonomy have.
    List<FeatureDefinition> measured(List<FeatureDefinition> features, Taxonomy taxonomy) {
        return features.stream()
                .filter(feature -> sources.stream()
                                .filter(source -> taxonomy.indexOf(new SourceClass(source.sourceClass())) >= 0)
                                .filter(source ->
                                        source.features().value(feature.name()).isPresent())
                                .limit(FEWEST_VALUES)
                                .count()
                        == FEWEST_VALUES)
                .toList();
    }

    TrainingTable table(List<FeatureDefinition> features) {
        double[] values = sources.stream()
                .flatMapToDouble(source -> features.stream()
                        .mapToDouble(feature ->
                                source.features().value(feature.name()).orElse(Double.NaN)))
                .toArray();
        return new TrainingTable(
                features.stream().map(FeatureDefinition::name).toList(),
                values,
                sources.stream()
                        .map(source -> new SourceClass(source.sourceClass()))
                        .toList(),
                sources.stream()
                        .mapToLong(source -> Healpix.cell(FOLD_ORDER, source.position()))
                        .toArray());
    }
}
