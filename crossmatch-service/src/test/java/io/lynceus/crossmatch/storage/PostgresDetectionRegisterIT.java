package io.lynceus.crossmatch.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.CrossmatchedDetection;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.PlainTextFormat;
import io.lynceus.crossmatch.RegisteredDetection;
import io.lynceus.crossmatch.Registration;
import io.lynceus.crossmatch.Registration.ConflictingDuplicate;
import io.lynceus.crossmatch.Registration.Registered;
import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.source.AssociationChange;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.crossmatch.source.DoubtfulSource;
import io.lynceus.crossmatch.source.SourceHistory;
import io.lynceus.crossmatch.source.SourceMember;
import io.lynceus.engines.Database;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.ReactiveDatabase;
import io.lynceus.testing.SharedEngines;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresDetectionRegisterIT {
    private static ReactiveDatabase reactive;

    private final Random random = new Random();
    private final DetectionRegister register = register();
    private SkyPosition here = new SkyPosition(0, 0);
    private String run = "";

    @BeforeAll
    static void migrate() {
        Database database = SharedEngines.ofThisJvm().database("detection_register");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        reactive = new ReactiveDatabase(database, SourceEntity.class, DetectionEntity.class, ReassociationEntity.class);
    }

    @AfterAll
    static void close() {
        reactive.close();
    }

    /// A place of its own for every test, in a database that they share.
    @BeforeEach
    void moveOn() {
        run = UUID.randomUUID().toString();
        here = anywhere();
    }

    private SkyPosition anywhere() {
        return new SkyPosition(random.nextDouble() * 360, Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
    }

    private static DetectionRegister register() {
        return new PostgresDetectionRegister(
                new Transactions(reactive.sessions(), reactive.pool(), reactive.vertx()),
                new AssociationPolicy(560),
                new PlainTextFormat());
    }

    /// Law 1 of [DetectionRegister].
    @Test
    void knownDetectionGetsTheRecordOfItsFirstRegistration() {
        Registered first = registered(arrival("a", here, 0.5, "one"));
        CrossmatchedDetection again =
                PlainTextFormat.arrival(detection("a", here, 0.5), PlainTextFormat.digest("one"), "another record");
        assertArrayEquals(first.own().record(), registered(again).own().record());
        assertEquals(1, history(first.own().sourceId()).detections().size());
    }

    @Test
    void repeatWithinABatchGetsTheSameRecord() {
        List<Registration> both =
                register.register(List.of(arrival("a", here, 0.5, "one"), arrival("a", here, 0.5, "one")));
        assertArrayEquals(
                ((Registered) both.get(0)).own().record(),
                ((Registered) both.get(1)).own().record());
        assertEquals(
                1,
                history(((Registered) both.get(0)).own().sourceId())
                        .detections()
                        .size());
    }

    /// Law 2 of [DetectionRegister].
    @Test
    void sameIdWithOtherContentIsAConflictAndChangesNothing() {
        Registered first = registered(arrival("a", here, 0.5, "one"));
        SkyPosition elsewhere = here.offset(0, 3000);
        List<Registration> later =
                register.register(List.of(arrival("a", elsewhere, 0.5, "two"), arrival("b", here, 0.5, "three")));
        assertInstanceOf(ConflictingDuplicate.class, later.get(0));
        assertEquals(first.own().sourceId(), ((Registered) later.get(1)).own().sourceId());
        assertInstanceOf(AssociationOutcome.NewSource.class, preview(detection("c", elsewhere, 0.5)));
        assertEquals(
                Set.of(id("a")),
                ReceivedDetection.conflicts(
                        List.of(
                                arrival("a", here, 0.5, "two").received(),
                                arrival("b", here, 0.5, "three").received(),
                                arrival("unknown", here, 0.5, "two").received()),
                        register.digests(List.of(id("a"), id("b"), id("unknown")))));
    }

    @Test
    void sourceMovesToItsSharpestDetectionAndRemembersAll() {
        Registered wide = registered(arrival("wide", here, 2, "1"));
        SkyPosition there = here.offset(90, 1);
        registered(arrival("sharp", there, 0.3, "2"));
        registered(arrival("wide-again", here, 2, "3"));
        SourceHistory history = history(wide.own().sourceId());
        assertEquals(id("sharp"), history.source().positionOf());
        assertEquals(there, history.source().position());
        assertEquals(
                List.of(id("wide") + " new", id("sharp") + " joined", id("wide-again") + " joined"),
                history.detections().stream()
                        .map(member -> member.detectionId() + " "
                                + member.association().name().toLowerCase(Locale.ROOT))
                        .toList());
        SourceMember sharp = history.detections().get(1);
        assertEquals(1, sharp.agreement().orElseThrow().separationArcsec(), 1e-9);
    }

    @Test
    void detectionsOfABatchSeeEachOther() {
        List<Registration> batch = register.register(IntStream.range(0, 20)
                .mapToObj(i -> arrival("d" + i, here.offset(18 * i, 0.1), 0.5, "" + i))
                .toList());
        assertEquals(1, sources(batch).size());
    }

    @Test
    void ambiguousDetectionNamesItsCandidates() {
        register.register(List.of(
                arrival("left", here.offset(270, 2), 0.3, "1"), arrival("right", here.offset(90, 2), 0.3, "2")));
        AssociationOutcome.AmbiguousSource outcome =
                assertInstanceOf(AssociationOutcome.AmbiguousSource.class, preview(detection("wide", here, 2)));
        assertEquals(2, outcome.candidates().size());
        Registered wide = registered(arrival("wide", here, 2, "3"));
        assertEquals(
                AssociationOutcome.Kind.AMBIGUOUS,
                history(wide.own().sourceId()).detections().getFirst().association());
        assertTrue(history(wide.own().sourceId()).source().doubtful());
    }

    /// Law 4 of [DetectionRegister].
    @Test
    void sharperPositionResolvesAnAmbiguousDetectionAndThePastIsRemembered() {
        Registered left = registered(arrival("left", here.offset(270, 2), 1, "1"));
        registered(arrival("right", here.offset(90, 4), 1, "2"));
        Registered between = registered(arrival("between", here, 1.2, "3"));
        assertEquals(
                AssociationOutcome.Kind.AMBIGUOUS,
                history(between.own().sourceId()).detections().getFirst().association());
        assertEquals(
                List.of(between.own().sourceId()),
                doubts().stream().map(doubt -> doubt.source().id()).toList());

        CrossmatchedDetection sharp = arrival("sharp", here.offset(90, 5), 0.1, "4");
        Registered cause = registered(sharp);
        RegisteredDetection moved = cause.reassociated().getFirst();
        assertEquals(List.of(id("between"), 2), List.of(moved.detectionId(), moved.revision()));
        assertEquals(left.own().sourceId(), moved.sourceId());
        assertEquals(
                between.own().sourceId() + "3 MERGED to " + left.own().sourceId(), new String(moved.record(), UTF_8));

        SourceHistory former = history(between.own().sourceId());
        assertEquals(Optional.of(left.own().sourceId()), former.mergedInto());
        assertEquals(List.of(), former.detections());
        AssociationChange change = former.changes().getFirst();
        assertEquals(
                List.of(id("between"), id("sharp"), left.own().sourceId()),
                List.of(change.detectionId(), change.becauseOf(), change.toSourceId()));
        assertEquals(List.of(), doubts());
        assertEquals(
                List.of(id("left"), id("between")),
                history(left.own().sourceId()).detections().stream()
                        .map(SourceMember::detectionId)
                        .toList());

        Registered again = registered(sharp);
        assertArrayEquals(moved.record(), again.reassociated().getFirst().record());
        Registered movedAgain = registered(arrival("between", here, 1.2, "3"));
        assertArrayEquals(moved.record(), movedAgain.own().record());
    }

    @Test
    void sourceBegunWithinReachOfAMemberSplitsItOff() {
        Registered wide = registered(arrival("wide", here, 2, "1"));
        registered(arrival("sharp", here.offset(90, 2), 0.3, "2"));
        Registered other = registered(arrival("other", here.offset(270, 2), 0.3, "3"));
        assertEquals(
                Set.of(id("wide") + " SPLIT", id("sharp") + " LEFT_BEHIND"),
                history(wide.own().sourceId()).changes().stream()
                        .map(change -> change.detectionId() + " " + change.kind())
                        .collect(Collectors.toSet()));
        RegisteredDetection split = other.reassociated().stream()
                .filter(one -> one.detectionId().equals(id("wide")))
                .findFirst()
                .orElseThrow();
        assertEquals(2, doubts().getFirst().candidates().size());
        assertEquals(split.sourceId(), doubts().getFirst().source().id());
        assertEquals(id("sharp"), history(wide.own().sourceId()).source().positionOf());
    }

    private List<DoubtfulSource> doubts() {
        return register.doubtful("", 10_000).stream()
                .filter(doubt -> doubt.source().positionOf().startsWith(run))
                .toList();
    }

    /// Law 3 of [DetectionRegister].
    @Test
    void twoInstancesThatMeetASourceAtOnceMakeOne() throws Exception {
        int rounds = 25;
        int places = 8;
        int instances = 4;
        CyclicBarrier together = new CyclicBarrier(instances);
        try (ExecutorService pool = Executors.newFixedThreadPool(instances)) {
            for (int round = 0; round < rounds; round++) {
                List<SkyPosition> skies =
                        Stream.generate(this::anywhere).limit(places).toList();
                List<Future<List<Registration>>> results = new ArrayList<>();
                for (int instance = 0; instance < instances; instance++) {
                    List<CrossmatchedDetection> batch = new ArrayList<>();
                    for (int place = 0; place < places; place++) {
                        // Each instance meets the places in another order, so that locks taken unsorted would block.
                        int which = instance % 2 == 0 ? place : places - 1 - place;
                        batch.add(arrival(
                                "r" + round + "-i" + instance + "-p" + which,
                                skies.get(which).offset(90.0 * instance, 0.2),
                                0.5,
                                "x"));
                    }
                    DetectionRegister own = register();
                    results.add(pool.submit(() -> {
                        together.await();
                        return own.register(batch);
                    }));
                }
                List<Registration> all = new ArrayList<>();
                for (Future<List<Registration>> result : results) {
                    all.addAll(result.get());
                }
                List<String> members = sources(all).stream()
                        .map(source -> history(source).detections().stream()
                                .map(member -> member.detectionId().replaceFirst(".*-p", ""))
                                .sorted()
                                .collect(Collectors.joining()))
                        .sorted()
                        .toList();
                List<String> expected = IntStream.range(0, places)
                        .mapToObj(place -> ("" + place).repeat(instances))
                        .toList();
                assertEquals(expected, members, "places of the detections of each source");
            }
        }
    }

    @Test
    void oneIdMetByTwoInstancesAtOnceIsRegisteredOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 15; round++) {
                String name = "same-" + round;
                Future<List<Registration>> one = pool.submit(() -> {
                    together.await();
                    return register().register(List.of(arrival(name, here, 0.5, "one")));
                });
                Future<List<Registration>> other = pool.submit(() -> {
                    together.await();
                    return register().register(List.of(arrival(name, here.offset(0, 9000), 0.5, "other")));
                });
                long registered = Stream.of(one.get(), other.get())
                        .filter(result -> result.getFirst() instanceof Registered)
                        .count();
                assertEquals(1, registered);
            }
        }
    }

    /// While a new version is rolled out, instances of the version before still write to the tables by their former
    /// names.
    @Test
    void formerTableNamesCanStillBeWrittenTo() {
        String id = id("former");
        write("""
                insert into source (id, name, doubtful, ra_deg, dec_deg, east_east_arcsec2, north_north_arcsec2,
                    east_north_arcsec2, determinant_arcsec4, position_of, widest_arcsec)
                values ($1, 'LXS', false, 1, 2, 3, 4, 0, 12, $1, 3)""", id);
        write("insert into source_cell (cell, source_id) values (7, $1) on conflict do nothing", id);
        write("""
                insert into detection (id, source_id, digest, association, record)
                values ($1, $1, '', 'new', '') on conflict do nothing""", id);
        write("update source s set name = 'LXS J' from unnest(array[$1]) n(id) where s.id = n.id", id);
        write("""
                insert into reassociation (detection_id, revision, kind, from_source, to_source, because_of)
                values ($1, 2, 'moved', $1, $1, $1)""", id);
        SourceHistory history = history(id);
        assertEquals("LXS J", history.source().name());
        assertEquals(id, history.detections().getFirst().detectionId());
        assertEquals(id, history.changes().getFirst().becauseOf());
        write("delete from source_cell where source_id = $1", id);
    }

    private static void write(String sql, String id) {
        int rows =
                reactive.pool().preparedQuery(sql).executeAndAwait(Tuple.of(id)).rowCount();
        assertEquals(1, rows, sql);
    }

    private AssociationOutcome preview(XrayDetection detection) {
        return register.preview(List.of(detection)).getFirst();
    }

    private static Set<String> sources(List<Registration> registrations) {
        return registrations.stream()
                .map(registration -> ((Registered) registration).own().sourceId())
                .collect(Collectors.toSet());
    }

    private SourceHistory history(String sourceId) {
        return register.history(sourceId).orElseThrow();
    }

    private Registered registered(CrossmatchedDetection entry) {
        return assertInstanceOf(
                Registered.class, register.register(List.of(entry)).getFirst());
    }

    private CrossmatchedDetection arrival(String name, SkyPosition position, double sigmaArcsec, String content) {
        return PlainTextFormat.arrival(detection(name, position, sigmaArcsec), content);
    }

    private XrayDetection detection(String name, SkyPosition position, double sigmaArcsec) {
        return Skies.detection(id(name), position, sigmaArcsec);
    }

    private String id(String name) {
        return run + "-" + name;
    }
}
