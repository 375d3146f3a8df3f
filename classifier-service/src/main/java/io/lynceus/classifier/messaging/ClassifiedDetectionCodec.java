package io.lynceus.classifier.messaging;

import io.lynceus.classifier.Classification;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.Track;
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
        track.categories()
                .forEach(category -> entries.add(new TrackEntry(
                        category.category().wireName(),
                        byClass(taxonomy, category.lnEvidence()),
                        category.features().stream()
                                .map(feature -> new FeatureEvidence(
                                        feature.feature().name(),
                                        feature.value().isPresent()
                                                ? feature.value().getAsDouble()
                                                : null,
                                        feature.feature().unit(),
                                        byClass(taxonomy, feature.lnEvidence())))
                                .toList())));
        return entries;
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
