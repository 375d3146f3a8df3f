package io.lynceus.standalone.training;

import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.DetectionFormat.UnknownFields;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.KnownSources;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.messaging.JsonDetectionFormat;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A labelled sample from a simulated survey, its detections cross-matched and associated by the services' own code.
///
/// A source is what the association made of the detections, right or wrong, as it will be in service; its class is
/// that of the object behind its first detection.
public final class SimulatedSample {
    private final FeatureExtractor extractor;
    private final Path folder;

    /// @param folder for the catalogues; the caller's to delete
    public SimulatedSample(FeatureExtractor extractor, Path folder) {
        this.extractor = extractor;
        this.folder = folder;
    }

    public LabelledSample draw(SurveyPlan plan) {
        Survey survey = Survey.draw(plan);
        CatalogueFolder catalogues = new CatalogueFolder(folder.resolve("catalogues"));
        CatalogueImport importer = new CatalogueImport(catalogues);
        survey.writeCatalogues(folder.resolve("tables")).forEach(table -> importer.run(table, (_, _) -> {}));
        Crossmatch crossmatch = new Crossmatch(catalogues.open(catalogues.inUse()), CrossmatchDefaults.SEARCH);
        Sources sources = new Sources();
        for (SimulatedDetection seen : survey.detections()) {
            String label = survey.sources().get(seen.source()).objectClass().label();
            sources.add(Wire.write(seen.detection().withSchema()), label, crossmatch);
        }
        return new LabelledSample(
                "simulated survey of %d sources and %d detections, seed %d"
                        .formatted(plan.sources(), plan.detections(), plan.seed()),
                sources.labelled(),
                0);
    }

    /// The X-ray sources found so far, with their epochs; not thread-safe.
    private final class Sources {
        private final io.lynceus.crossmatch.messaging.JsonDetectionFormat detectionFormat =
                new io.lynceus.crossmatch.messaging.JsonDetectionFormat(CrossmatchDefaults.MISSIONS);
        private final JsonDetectionFormat enhancedFormat = new JsonDetectionFormat();
        private final KnownSources known = new KnownSources(CrossmatchDefaults.ASSOCIATION, List.of());
        private final Map<String, List<Epoch>> epochs = new LinkedHashMap<>();
        private final Map<String, String> labels = new HashMap<>();

        void add(byte[] json, String label, Crossmatch crossmatch) {
            ReceivedDetection received = detectionFormat.read(json, UnknownFields.REFUSED);
            AssociationOutcome outcome = known.associate(received.detection().located());
            byte[] enhanced = detectionFormat.write(crossmatch.of(received), outcome);
            Arrival arrival = enhancedFormat.read(enhanced);
            labels.putIfAbsent(arrival.sourceId(), label);
            epochs.computeIfAbsent(arrival.sourceId(), id -> new ArrayList<>()).add(arrival.epoch());
        }

        List<LabelledSource> labelled() {
            return epochs.entrySet().stream()
                    .map(source -> LabelledSource.of(
                            source.getKey(),
                            labels.getOrDefault(source.getKey(), ""),
                            source.getValue(),
                            extractor,
                            "simulation"))
                    .toList();
        }
    }
}
