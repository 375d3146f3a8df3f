package io.lynceus.classifier.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.ClassifiableDetection;
import io.lynceus.classifier.ClassificationRecord;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.PublishedClassification;
import io.lynceus.classifier.SourceClassification;
import io.lynceus.classifier.SourceQuery;
import io.lynceus.classifier.SourceQuery.Cone;
import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class ClassificationStoreIT {
    private static final SkyPosition SOMEWHERE = new SkyPosition(10, 20);

    @Inject
    ClassificationStore store;

    @Inject
    Activations activations;

    @Inject
    ModelCatalogue catalogue;

    private ClassificationRecord record(
            String detection, String source, SkyPosition position, long activation, long revision, long digest) {
        return record(detection, 1, source, position, activation, revision, digest);
    }

    private ClassificationRecord record(
            String detection,
            int association,
            String source,
            SkyPosition position,
            long activation,
            long revision,
            long digest) {
        Map<String, Double> values = Map.of("hardness_ratio_2", -0.9 + 0.01 * revision);
        return record(detection, association, source, position, activation, revision, digest, values);
    }

    private ClassificationRecord record(
            String detection,
            int association,
            String source,
            SkyPosition position,
            long activation,
            long revision,
            long digest,
            Map<String, Double> values) {
        Classifier classifier = catalogue.classifier(catalogue.resolve("csc2")).orElseThrow();
        FeatureVector features = new FeatureVector(values);
        return new ClassificationRecord(
                new ClassifiableDetection(
                        detection,
                        association,
                        "Chandra",
                        "Chandra",
                        source,
                        "LXS " + source,
                        position,
                        revision,
                        features),
                classifier.classify(features),
                activation,
                digest,
                (detection + "@" + activation).getBytes(StandardCharsets.UTF_8));
    }

    private static SourceQuery query(Optional<Cone> cone, String name, int limit, Optional<String> after) {
        return new SourceQuery(
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                cone,
                Optional.of("Chandra"),
                Optional.of(name),
                limit,
                after);
    }

    @Test
    void latestIsTheLargestActivationAndRevisionInAnyOrderOfArrival() {
        List<ClassificationRecord> records = new ArrayList<>();
        for (long activation = 1; activation <= 2; activation++) {
            for (long revision = 1; revision <= 6; revision++) {
                records.add(record("st-order-" + revision, "st-order", SOMEWHERE, activation, revision, revision));
            }
        }
        Collections.shuffle(records, new Random(5));
        for (int from = 0; from < records.size(); from += 5) {
            store.record(records.subList(from, Math.min(from + 5, records.size())));
        }
        PublishedClassification latest = store.source("st-order").orElseThrow();
        assertEquals(2, latest.source().latest().activation());
        assertEquals(6, latest.source().latest().revision());
        assertEquals("st-order-6@2", new String(latest.published(), StandardCharsets.UTF_8));
        assertEquals(
                List.of(6L, 5L, 4L, 3L, 2L, 1L),
                store.history("st-order").stream()
                        .map(entry -> entry.revision())
                        .toList());
    }

    @Test
    void aRepeatChangesNothingAndAnotherContentIsAConflict() {
        ClassificationRecord first = record("st-twice", "st-twice", SOMEWHERE, 1, 1, 77);
        ClassificationRecord conflicting = record("st-twice", "st-twice", SOMEWHERE, 1, 2, 78);
        assertEquals(
                List.of(new Kept(1, false), new Kept(1, false), new Kept(1, true)),
                store.record(List.of(first, first, conflicting)));
        assertEquals(List.of(new Kept(1, true)), store.record(List.of(conflicting)));
        assertEquals(List.of(new Kept(1, false)), store.record(List.of(first)));
        assertEquals(1, store.history("st-twice").size());
        assertArrayEquals(
                first.published(), store.source("st-twice").orElseThrow().published());
    }

    @Test
    void aRetiredSourceHasItsHistoryAndIsFoundNoMore() {
        store.record(List.of(
                record("st-moved", "st-gone", SOMEWHERE, 1, 1, 1), record("st-host", "st-stays", SOMEWHERE, 1, 1, 1)));
        store.record(List.of(record("st-moved", 2, "st-stays", SOMEWHERE, 1, 2, 2)));
        store.retire(List.of("st-gone", "st-never-seen"));
        assertEquals(Optional.empty(), store.source("st-gone"));
        assertEquals(
                List.of(new Kept(1, false)), store.record(List.of(record("st-late", "st-gone", SOMEWHERE, 1, 9, 3))));
        assertEquals(Optional.empty(), store.source("st-gone"));
        assertEquals(
                List.of("st-late", "st-moved"),
                store.history("st-gone").stream()
                        .map(entry -> entry.detectionId())
                        .toList());
        assertEquals(
                "st-moved",
                store.source("st-stays").orElseThrow().source().latest().detectionId());
        assertEquals(2, store.history("st-stays").size());
    }

    @Test
    void anOlderActivationIsAnsweredWithTheLaterOneKept() {
        store.record(List.of(record("st-later", "st-later", SOMEWHERE, 4, 1, 1)));
        assertEquals(
                List.of(new Kept(4, false)), store.record(List.of(record("st-later", "st-later", SOMEWHERE, 3, 1, 1))));
    }

    @Test
    void coneFindsWhatLiesWithinItNearPolesAndAcrossTheMeridian() {
        List<SkyPosition> centres = List.of(
                new SkyPosition(0, 0),
                new SkyPosition(359.9999, -30),
                new SkyPosition(123, 89.9999),
                new SkyPosition(200, -90),
                new SkyPosition(45, 41.8));
        for (int c = 0; c < centres.size(); c++) {
            SkyPosition centre = centres.get(c);
            String prefix = "st-cone-" + c + "-";
            store.record(IntStream.range(0, 40)
                    .mapToObj(i -> record(
                            prefix + "%02d".formatted(i),
                            prefix + "%02d".formatted(i),
                            centre.offset(i * 57.0, 0.5 + i),
                            1,
                            1,
                            1))
                    .toList());
            for (double radius : new double[] {1, 20, 100, 648_000}) {
                Optional<Cone> cone = Optional.of(new Cone(centre, radius));
                int expected = (int)
                        IntStream.range(0, 40).filter(i -> 0.5 + i < radius).count();
                assertEquals(
                        expected,
                        store.search(query(cone, prefix, 1000, Optional.empty()))
                                .size(),
                        centre + " " + radius);
            }
        }
    }

    private List<String> found(String name, double minVariability, double minLatitude, double maxLatitude) {
        return store
                .search(new SourceQuery(
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(minVariability),
                        OptionalDouble.of(minLatitude),
                        OptionalDouble.of(maxLatitude),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(name),
                        100,
                        Optional.empty()))
                .stream()
                .map(SourceClassification::sourceId)
                .toList();
    }

    @Test
    void variabilityAndDistanceFromThePlaneNarrowASearch() {
        // The Galactic centre, the south Galactic pole, and a place at b = +45 deg to a milliarcsecond.
        Map<String, SkyPosition> places = Map.of(
                "region-centre", new SkyPosition(266.40499, -28.93617),
                "region-pole", new SkyPosition(12.85948, -27.12825),
                "region-middle", new SkyPosition(192.85948, 27.12825 + 45));
        places.forEach((id, position) -> store.record(List.of(record(
                id,
                1,
                id,
                position,
                1,
                1,
                1,
                Map.of("significant_long_term_ratio", position.decDeg() < -28 ? 1.2 : 0.3)))));
        store.record(List.of(record("region-once", "region-once", SOMEWHERE, 1, 1, 1)));
        assertEquals(List.of("region-centre", "region-middle", "region-pole"), found("region-", 0, 0, 90));
        assertEquals(List.of("region-centre"), found("region-", 1.2, 0, 90));
        assertEquals(List.of("region-centre"), found("region-", 0, 0, 0.01));
        assertEquals(List.of("region-pole"), found("region-", 0, 80, 90));
        assertEquals(List.of("region-middle"), found("region-", 0, 44.999, 45.001));
        assertEquals(
                OptionalDouble.empty(),
                store.source("region-once").orElseThrow().source().variability());
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        store.record(IntStream.range(0, 25)
                .mapToObj(i -> record("st-page-" + i, "st-page-%02d".formatted(i), SOMEWHERE, 1, 1, 1))
                .toList());
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            List<SourceClassification> page = store.search(query(Optional.empty(), "ST-PAGE", 10, after));
            page.forEach(source -> seen.add(source.sourceId()));
            after = page.size() == 10 ? Optional.of(page.getLast().sourceId()) : Optional.empty();
        } while (after.isPresent());
        assertEquals(IntStream.range(0, 25).mapToObj("st-page-%02d"::formatted).toList(), seen);
    }

    @Test
    void configurationIsTakenUpOnceAndDoesNotUndoADecision() {
        List<ModelId> configured = activations.current().models();
        Activation before = activations.current();
        assertEquals(before, activations.configure(configured));
        List<ModelId> decided = List.of(new ModelId("other", "1"), configured.getFirst());
        Activation decision = activations.activate(decided);
        assertTrue(decision.number() > before.number());
        assertEquals(decision, activations.configure(configured));
        assertEquals(decision, activations.current());
        activations.activate(configured);
    }
}
