package io.lynceus.classifier.messaging;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Track;
import io.lynceus.contracts.Classification.Alternative;
import io.lynceus.contracts.Classification.FeatureEvidence;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.Classification.TrackEntry;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Writes a [ClassifiedDetection] around the featured detection as received.
final class ClassifiedDetectionCodec {
    private ClassifiedDetectionCodec() {}

    static byte[] encode(byte[] featured, long activation, Classification classification) {
        return Wire.write(new ClassifiedDetection(
                Topic.CLASSIFICATIONS.schema().id(), RawJson.of(featured), activation, wire(classification)));
    }

    private static io.lynceus.contracts.Classification wire(Classification classification) {
        Taxonomy taxonomy = classification.taxonomy();
        return new io.lynceus.contracts.Classification(
                classification.winner().name(),
                byClass(taxonomy, classification.probabilities()),
                classification.margin(),
                classification.outlierMeasure(),
                classification.falseAlarm().isPresent()
                        ? classification.falseAlarm().getAsDouble()
                        : null,
                track(taxonomy, classification.track()),
                classification.alternatives().stream()
                        .map(alternative -> new Alternative(
                                alternative.without().wireName(),
                                alternative.winner().name()))
                        .toList(),
                new ModelReference(
                        classification.model().name(), classification.model().version()));
    }

    private static List<TrackEntry> track(Taxonomy taxonomy, Track track) {
        List<TrackEntry> entries = new ArrayList<>();
        entries.add(new TrackEntry("prior", byClass(taxonomy, track.prior()), null));
        if (track.calibration().stream().anyMatch(evidence -> evidence != 0)) {
            entries.add(new TrackEntry("calibration", byClass(taxonomy, track.calibration()), null));
        }
        track.categories()
                .forEach(category -> entries.add(new TrackEntry(
                        category.category().wireName(),
                        byClass(taxonomy, category.lnEvidence()),
                        category.features().stream()
                                .map(evidence -> feature(taxonomy, evidence))
                                .toList())));
        return entries;
    }

    private static FeatureEvidence feature(Taxonomy taxonomy, Track.FeatureEvidence evidence) {
        List<FeatureDefinition> features = evidence.part().features();
        boolean single = features.size() == 1;
        OptionalDouble first = evidence.values().getFirst();
        return new FeatureEvidence(
                evidence.part().name(),
                single && first.isPresent() ? first.getAsDouble() : null,
                single ? features.getFirst().unit() : null,
                single ? null : features.stream().map(FeatureDefinition::name).toList(),
                byClass(taxonomy, evidence.lnEvidence()));
    }

    private static Map<String, Double> byClass(Taxonomy taxonomy, List<Double> values) {
        Map<String, Double> byClass = new LinkedHashMap<>();
        List<SourceClass> classes = taxonomy.classes();
        for (int c = 0; c < classes.size(); c++) {
            byClass.put(classes.get(c).name(), values.get(c));
        }
        return byClass;
    }
}
