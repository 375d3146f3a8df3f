package io.lynceus.standalone.training;

import io.lynceus.classifier.FeatureDefinition;
import io.lynceus.classifier.FeatureSet;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.feature.Absence;
import java.util.BitSet;
import java.util.List;

/// Sources to fit a model to, or to judge one by.
///
/// @param description what the sample is, for a model's provenance
/// @param refused rows that could not be used
record LabelledSample(String description, List<LabelledSource> sources, long refused) {

    LabelledSample {
        sources = List.copyOf(sources);
    }

    /// Number of sources of a class.
    int count(SourceClass sourceClass) {
        return (int) sources.stream()
                .filter(source -> source.sourceClass().equals(sourceClass.name()))
                .count();
    }

    /// @param features columns of the table; those with a formula follow from the others
    TrainingTable table(FeatureSet features) {
        List<String> measured = features.features().stream()
                .filter(feature -> feature.formula().isEmpty())
                .map(FeatureDefinition::name)
                .toList();
        double[] values = sources.stream()
                .flatMapToDouble(source -> measured.stream()
                        .mapToDouble(name -> source.features().value(name).orElse(Double.NaN)))
                .toArray();
        BitSet uncovered = new BitSet();
        for (int place = 0; place < values.length; place++) {
            uncovered.set(
                    place,
                    sources.get(place / measured.size())
                            .features()
                            .absence(measured.get(place % measured.size()))
                            .filter(Absence.NO_COVERAGE::equals)
                            .isPresent());
        }
        return new TrainingTable(
                        measured,
                        values,
                        sources.stream()
                                .map(source -> new SourceClass(source.sourceClass()))
                                .toList(),
                        sources.stream()
                                .mapToLong(source -> TrainingTable.skyCell(source.position()))
                                .toArray(),
                        uncovered)
                .of(features);
    }
}
