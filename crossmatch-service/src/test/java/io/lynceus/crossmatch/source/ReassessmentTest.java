package io.lynceus.crossmatch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.source.Reassociation.Departure;
import io.lynceus.crossmatch.source.Reassociation.Kind;
import io.lynceus.sky.SkyPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReassessmentTest {
    private static final AssociationPolicy ASSOCIATION = new AssociationPolicy(560);
    private static final SkyPosition HERE = new SkyPosition(200, 45);

    private final Map<String, Membership> members = new TreeMap<>();
    private final Map<String, XraySource> sources = new TreeMap<>();

    @Test
    void sourceWithinReachOfAMemberMakesItAmbiguous() {
        String source = comes("wide", HERE, 2).source().id();
        comes("sharp", HERE.offset(90, 2), 0.3);
        comes("other", HERE.offset(270, 2), 0.3);
        Membership wide = member("wide");
        assertTrue(sources.get(wide.sourceId()).doubtful());
        assertEquals(source, member("sharp").sourceId());
        assertEquals(2, wide.revision());
    }

    @Test
    void memberThatASharperPositionLeavesBehindHasASourceOfItsOwn() {
        comes("first", HERE, 0.5);
        comes("edge", HERE.offset(90, 10), 3);
        String source = member("first").sourceId();
        assertEquals(source, member("edge").sourceId());
        List<Reassociation> changes = comesAndTells("sharp", HERE.offset(270, 1.5), 0.1);
        assertEquals(
                List.of("edge SPLIT", "first SPLIT", "sharp LEFT_BEHIND"),
                changes.stream()
                        .map(change -> change.detection().id() + " " + change.kind())
                        .toList());
        assertEquals(
                List.of(new Departure("edge", 2), new Departure("first", 2)),
                changes.getLast().departed());
        assertEquals(source, changes.getLast().source().id());
        // Between the two sources that there are now, the first detection is ambiguous.
        assertEquals(
                List.of(false, true),
                List.of(
                        sources.get(member("edge").sourceId()).doubtful(),
                        sources.get(member("first").sourceId()).doubtful()));
    }

    @Test
    void doubtfulSourceThatASharpDetectionJoinsIsSettledThere() {
        comes("left", HERE.offset(270, 4), 1);
        comes("right", HERE.offset(90, 4), 1);
        String doubtful = comes("between", HERE, 1).source().id();
        assertTrue(sources.get(doubtful).doubtful());
        List<Reassociation> changes = comesAndTells("sharp", HERE.offset(0, 3.3), 0.1);
        assertEquals(
                List.of("between SPLIT", "sharp SETTLED"),
                changes.stream()
                        .map(change -> change.detection().id() + " " + change.kind())
                        .toList());
        assertEquals(List.of(new Departure("between", 2)), changes.getLast().departed());
        assertEquals(
                List.of("sharp", false),
                List.of(
                        sources.get(doubtful).positionOf(),
                        sources.get(doubtful).doubtful()));
        assertTrue(sources.get(member("between").sourceId()).doubtful());
    }

    @Test
    void doubtfulSourceOfWhichOneCandidateMovesAwayIsMergedWithTheOther() {
        String left = comes("left", HERE.offset(270, 4), 1).source().id();
        comes("right", HERE.offset(90, 4), 1);
        String doubtful = comes("between", HERE, 1.2).source().id();
        List<Reassociation> changes = comesAndTells("sharp-right", HERE.offset(90, 6.5), 0.1);
        assertEquals(1, changes.size());
        assertEquals(
                List.of("between", Kind.MERGED, doubtful, left, "sharp-right"),
                List.of(
                        changes.getFirst().detection().id(),
                        changes.getFirst().kind(),
                        changes.getFirst().fromSourceId(),
                        changes.getFirst().source().id(),
                        changes.getFirst().becauseOf()));
        assertEquals(2, sources.size());
    }

    /// Whatever the order of arrival, what a detection belongs to follows the rule; nothing is lost or doubled.
    @Test
    void everyDetectionBelongsToTheOneFirmSourceThatItAgreesWith() {
        Random random = new Random(5);
        int reassociated = 0;
        for (int sky = 0; sky < 60; sky++) {
            members.clear();
            sources.clear();
            SkyPosition centre = new SkyPosition(random.nextDouble() * 360, random.nextDouble() * 170 - 85);
            for (int i = 0; i < 40; i++) {
                double sigma = 0.2 * Math.exp(2.5 * random.nextDouble());
                reassociated += comesAndTells(
                                "d" + i,
                                centre.offset(random.nextDouble() * 360, 60 * Math.sqrt(random.nextDouble())),
                                sigma)
                        .size();
            }
            assertEquals(40, members.size());
            int astray = 0;
            for (Membership member : members.values()) {
                XraySource own = sources.get(member.sourceId());
                List<String> firm = ASSOCIATION.candidates(member.detection(), sources.values()).stream()
                        .map(agreement -> agreement.source().id())
                        .toList();
                if (own.positionOf().equals(member.detection().id())) {
                    astray += own.doubtful() && firm.size() < 2 ? 1 : 0;
                } else {
                    astray += own.doubtful() ? (firm.isEmpty() ? 0 : 1) : (firm.equals(List.of(own.id())) ? 0 : 1);
                }
            }
            // Each change judges what lies near it once; what that changes further away is left for the next one.
            assertTrue(astray <= 1, astray + " astray in sky " + sky);
            for (XraySource source : sources.values()) {
                List<LocatedDetection> of = members.values().stream()
                        .filter(member -> member.sourceId().equals(source.id()))
                        .map(Membership::detection)
                        .toList();
                assertEquals(source.of(of).positionOf(), source.positionOf());
            }
        }
        assertTrue(reassociated > 30, reassociated + " reassociated");
    }

    private AssociationOutcome comes(String id, SkyPosition position, double sigmaArcsec) {
        return come(id, position, sigmaArcsec, new ArrayList<>());
    }

    private List<Reassociation> comesAndTells(String id, SkyPosition position, double sigmaArcsec) {
        List<Reassociation> changes = new ArrayList<>();
        come(id, position, sigmaArcsec, changes);
        return changes;
    }

    private AssociationOutcome come(String id, SkyPosition position, double sigmaArcsec, List<Reassociation> changes) {
        LocatedDetection detection = Skies.detection(id, position, sigmaArcsec).located();
        KnownSources known = new KnownSources(ASSOCIATION, sources.values());
        AssociationOutcome outcome = known.associate(detection);
        members.put(id, new Membership(detection, outcome.source().id(), 1));
        var unsettled = known.unsettled();
        Reassessment reassessment = new Reassessment(
                ASSOCIATION,
                known,
                members.values().stream()
                        .filter(member -> unsettled.contains(member.sourceId()))
                        .toList());
        changes.addAll(reassessment.reassociations());
        for (Reassociation change : changes) {
            members.put(
                    change.detection().id(),
                    new Membership(change.detection(), change.source().id(), change.revision()));
        }
        Map<String, XraySource> now = new HashMap<>();
        known.started().forEach(source -> now.put(source.id(), source));
        known.changed().forEach(source -> now.put(source.id(), source));
        known.merged().forEach(gone -> {
            now.remove(gone.source().id());
            sources.remove(gone.source().id());
        });
        sources.putAll(now);
        return outcome;
    }

    private Membership member(String id) {
        return Optional.ofNullable(members.get(id)).orElseThrow();
    }
}
