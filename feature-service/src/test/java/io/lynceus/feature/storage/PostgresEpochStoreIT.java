package io.lynceus.feature.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lynceus.engines.Database;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.Arrival.Association;
import io.lynceus.feature.Arrival.Departure;
import io.lynceus.feature.EpochStore.EpochOfSource;
import io.lynceus.feature.EpochStore.Recorded;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.EpochBuilder;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.testing.ReactiveDatabase;
import io.lynceus.testing.SharedEngines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The laws of [EpochStore], each under its number.
class PostgresEpochStoreIT {
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor(RulesFile.shipped(MissionsFile.shipped()));

    private static ReactiveDatabase reactive;

    private final PostgresEpochStore store =
            new PostgresEpochStore(new Transactions(reactive.sessions(), reactive.pool(), reactive.vertx()), EXTRACTOR);

    @BeforeAll
    static void migrate() {
        Database database = SharedEngines.ofThisJvm().database("epoch_store");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        reactive = new ReactiveDatabase(database, EpochEntity.class, SourceEntity.class);
    }

    @AfterAll
    static void close() {
        reactive.close();
    }

    @Test
    void arrivalsOfOneSourceInABatchGetConsecutiveRevisions() {
        assertEquals(
                List.of("1 of 1", "1 of 1", "2 of 2", "3 of 3"),
                record(arrival("s1", "a"), arrival("s2", "b"), arrival("s1", "c"), arrival("s1", "d")));
        assertEquals(List.of("4 of 4"), record(arrival("s1", "e")));
        assertEquals(
                List.of("a", "c", "d", "e"),
                store.epochs(List.of("s1", "unknown")).get("s1").stream()
                        .map(stored -> stored.epoch().detectionId())
                        .toList());
    }

    @Test
    void aRepeatGivesWhatItGaveTheFirstTimeAndChangesNothing() {
        record(arrival("r", "r1"), arrival("r", "r2"));

        assertEquals(
                List.of("1 of 1", "3 of 3", "3 of 3"),
                record(arrival("r", "r1"), arrival("r", "r3"), arrival("r", "r3")));
        assertEquals(3, store.epochs(List.of("r")).get("r").size());
    }

    @Test
    void aKnownDetectionIdWithAnotherContentOrSourceIsAConflict() {
        record(arrival("c", "c1"));
        Arrival otherContent = new Arrival("c", arrival("c", "c1").epoch(), Association.FIRST, new byte[] {9});

        List<Recorded> recorded = store.record(List.of(otherContent, arrival("c", "c2"), arrival("elsewhere", "c1")));

        assertInstanceOf(Recorded.Conflicting.class, recorded.get(0));
        assertEquals("2 of 2", revisionAndCount(recorded.get(1)));
        assertInstanceOf(Recorded.Conflicting.class, recorded.get(2));
        assertFalse(store.epochs(List.of("elsewhere")).containsKey("elsewhere"));
    }

    @Test
    void twoStoresThatMeetTheSameSourcesGiveEveryRevisionOnce() throws Exception {
        List<Arrival> arrivals = new ArrayList<>(IntStream.range(0, 400)
                .mapToObj(i -> arrival("m" + i % 7, "m" + i))
                .toList());
        Collections.shuffle(arrivals, new Random(1));
        List<Future<?>> instances = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                List<Arrival> share = arrivals.subList(thread * 100, (thread + 1) * 100);
                instances.add(threads.submit(() -> {
                    for (int from = 0; from < 100; from += 10) {
                        store.record(share.subList(from, from + 10));
                    }
                }));
            }
        }
        for (Future<?> instance : instances) {
            Object unused = instance.get();
        }

        for (int source = 0; source < 7; source++) {
            List<EpochOfSource> epochs = store.epochs(List.of("m" + source)).get("m" + source);
            assertEquals(
                    LongStream.rangeClosed(1, epochs.size()).boxed().toList(),
                    epochs.stream().map(EpochOfSource::revision).toList());
        }
        List<String> repeated = record(arrivals.toArray(Arrival[]::new));
        repeated.forEach(features -> assertEquals(features.split(" of ")[0], features.split(" of ")[1]));
    }

    @Test
    void epochThatIsAssociatedAnewLeavesItsFormerSourceWhicheverRecordComesFirst() {
        Association moved = new Association(2, Optional.of("A"), false, List.of());
        Association leftBehind = new Association(2, Optional.of("A"), false, List.of(new Departure("x", 2)));
        List<List<Arrival>> orders = List.of(
                List.of(revised("B", "x", moved), revised("A", "a", leftBehind)),
                List.of(revised("A", "a", leftBehind), revised("B", "x", moved)));
        for (List<Arrival> order : orders) {
            int run = orders.indexOf(order);
            record(in(run, arrival("A", "a")), in(run, arrival("A", "x")), in(run, arrival("B", "b")));
            for (Arrival arrival : order) {
                record(in(run, arrival));
            }
            assertEquals(Map.of("A" + run, List.of("a" + run), "B" + run, List.of("b" + run, "x" + run)), epochs(run));
            assertEquals(List.of("3 of 1", "2 of 2"), record(in(run, order.get(1 - run)), in(run, order.get(run))));
            assertInstanceOf(
                    Recorded.Superseded.class,
                    store.record(List.of(in(run, arrival("A", "x")))).getFirst());
        }
    }

    @Test
    void nothingIsSaidOfASourceThatWasMerged() {
        record(arrival("kept", "k"), arrival("gone", "g1"));
        Association merged = new Association(2, Optional.of("gone"), true, List.of());
        assertEquals(List.of("2 of 2"), record(revised("kept", "g1", merged)));
        assertInstanceOf(
                Recorded.Superseded.class,
                store.record(List.of(arrival("gone", "late"))).getFirst());
        assertEquals(List.of("3 of 3"), record(revised("kept", "late", merged)));
        assertEquals(List.of("2 of 2"), record(revised("kept", "g1", merged)));
    }

    private Map<String, List<String>> epochs(int run) {
        Map<String, List<String>> epochs = new TreeMap<>();
        store.epochs(List.of("A" + run, "B" + run))
                .forEach((source, stored) -> epochs.put(
                        source,
                        stored.stream().map(one -> one.epoch().detectionId()).toList()));
        return epochs;
    }

    /// The same in another run: ids with its number at their end.
    private static Arrival in(int run, Arrival arrival) {
        Association association = arrival.association();
        return revised(
                arrival.sourceId() + run,
                arrival.epoch().detectionId() + run,
                new Association(
                        association.revision(),
                        association.formerSourceId().map(id -> id + run),
                        association.merged(),
                        association.departed().stream()
                                .map(one -> new Departure(one.detectionId() + run, one.revision()))
                                .toList()));
    }

    private static Arrival revised(String sourceId, String detectionId, Association association) {
        Arrival first = arrival(sourceId, detectionId);
        return new Arrival(
                sourceId,
                first.epoch(),
                association,
                (detectionId + association.revision()).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> record(Arrival... arrivals) {
        return store.record(List.of(arrivals)).stream()
                .map(PostgresEpochStoreIT::revisionAndCount)
                .toList();
    }

    private static String revisionAndCount(Recorded recorded) {
        Recorded.Kept kept = (Recorded.Kept) recorded;
        return kept.revision() + " of " + kept.features().epochCount();
    }

    private static Arrival arrival(String sourceId, String detectionId) {
        Epoch epoch = EpochBuilder.epoch(detectionId).flux(0.5, 7, 1e-14, 1e-15).build();
        return new Arrival(sourceId, epoch, Association.FIRST, detectionId.getBytes(StandardCharsets.UTF_8));
    }
}
