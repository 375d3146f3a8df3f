package io.lynceus.crossmatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lynceus.crossmatch.Registration.ConflictingDuplicate;
import io.lynceus.crossmatch.Registration.Registered;
import io.lynceus.crossmatch.source.AssociationPolicy;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchRegistrationTest {
    private static final SkyPosition HERE = new SkyPosition(200, 45);

    @Test
    void registeredDetectionKeepsItsRecordAndStartsNothing() {
        RegisteredDetection earlier = new RegisteredDetection(
                "a", 3, "lx-source", PlainTextFormat.digest("one"), "earlier record".getBytes(UTF_8));
        RegisteredDetection moved = new RegisteredDetection(
                "b", 2, "lx-source", PlainTextFormat.digest("other"), "moved record".getBytes(UTF_8));
        BatchRegistration batch = batch(arrival("a", HERE, 0.5, "one"));
        batch.associate(List.of(earlier), Map.of("a", List.of(moved)));
        assertEquals(List.of(new Registered(earlier, List.of(moved))), batch.registrations());
        assertEquals(List.of(), List.copyOf(batch.added()));
        assertEquals(List.of(), batch.started());
    }

    @Test
    void repeatWithinABatchGetsTheFirstRecordAndOtherContentIsAConflict() {
        BatchRegistration batch =
                batch(arrival("a", HERE, 0.5, "one"), arrival("a", HERE, 0.5, "one"), arrival("a", HERE, 0.5, "two"));
        batch.associate(List.of(), Map.of());
        List<Registration> registrations = batch.registrations();
        assertEquals(registrations.get(0), registrations.get(1));
        assertInstanceOf(ConflictingDuplicate.class, registrations.get(2));
        assertEquals(1, batch.added().size());
    }

    @Test
    void detectionThatALaterOneOfItsBatchSplitsOffIsRevised() {
        BatchRegistration batch = batch(
                arrival("wide", HERE, 2, "1"),
                arrival("sharp", HERE.offset(90, 2), 0.3, "2"),
                arrival("other", HERE.offset(270, 2), 0.3, "3"));
        batch.associate(List.of(), Map.of());
        Set<String> unsettled = batch.unsettled();
        batch.reassess(unsettled, List.of());
        assertEquals(List.of(), batch.toRevise(), "all detections are of this batch");
        batch.revise(List.of());
        AssociatedDetection wide = batch.revised().getFirst();
        assertEquals("wide", wide.detection().id());
        assertEquals(2, wide.revision());
        RegisteredDetection told = batch.registrations().stream()
                .flatMap(one -> ((Registered) one).reassociated().stream())
                .filter(one -> one.detectionId().equals("wide"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(wide.record(), told.record());
        assertEquals(" SPLIT to " + wide.sourceId(), new String(told.record(), UTF_8).replaceFirst("^[^ ]*", ""));
    }

    private static BatchRegistration batch(CrossmatchedDetection... arrivals) {
        return new BatchRegistration(new AssociationPolicy(560), new PlainTextFormat(), List.of(arrivals));
    }

    private static CrossmatchedDetection arrival(String id, SkyPosition position, double sigmaArcsec, String document) {
        return PlainTextFormat.arrival(Skies.detection(id, position, sigmaArcsec), document);
    }
}
