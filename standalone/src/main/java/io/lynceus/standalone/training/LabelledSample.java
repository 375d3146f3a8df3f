package io.lynceus.standalone.training;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.feature.features.Absence;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Sources to fit a model to, or to judge one by.
///
/// @param description what the sample is, for a model's provenance
/// @param refused rows that could not be used
public record LabelledSample(String description, List<LabelledSource> sources, long refused) {

    public LabelledSample {
        sources = List.copyOf(sources);
    }

    /// Two positions within this are one source's [arcsec]. Source: choice; five times the error of a Chandra
    /// source.
    private static final double SAME_SOURCE_ARCSEC = 5;

    /// This sample with more sources. A source that it already has keeps its class.
    ///
    /// @param added what they are, for the description
    LabelledSample plus(List<LabelledSource> more, String added) {
        List<LabelledSource> fresh = more.stream()
                .filter(source -> sources.stream()
                        .noneMatch(known -> Math.abs(known.position().decDeg()
                                                        - source.position().decDeg())
                                                * 3600
                                        <= SAME_SOURCE_ARCSEC
                                && known.position().separationArcsec(source.position()) <= SAME_SOURCE_ARCSEC))
                .toList();
        return new LabelledSample(
                "%s; %d %s".formatted(description, fresh.size(), added),
                Stream.concat(sources.stream(), fresh.stream()).toList(),
                refused);
    }

    /// One line per source: name, class, position, and who assigned the class.
    String csv() {
        StringBuilder csv = new StringBuilder("name,class,ra_deg,dec_deg,origin\n");
        sources.forEach(source -> csv.append(String.format(
                Locale.ROOT,
                "%s,%s,%.6f,%.6f,%s%n",
                quoted(source.name()),
                quoted(source.sourceClass()),
                source.position().raDeg(),
                source.position().decDeg(),
                quoted(source.origin()))));
        return csv.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Number of sources of a class.
    int count(SourceClass sourceClass) {
        return (int) sources.stream()
                .filter(source -> source.sourceClass().equals(sourceClass.name()))
                .count();
    }

    /// @param features columns of the table; those with a formula follow from the others
    public TrainingTable table(FeatureSet features) {
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
