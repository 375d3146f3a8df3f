package io.lynceus.crossmatch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownSourcesTest {
    private static final AssociationPolicy ASSOCIATION = new AssociationPolicy(560);
    private static final SkyPosition HERE = new SkyPosition(0, 89.9);

    @Test
    void detectionSeesTheSourcesOfThoseBeforeIt() {
        KnownSources known = new KnownSources(ASSOCIATION, List.of());
        String first = known.associate(Skies.detection("a", HERE, 0.5).located())
                .source()
                .id();
        assertEquals(
                first,
                known.associate(Skies.detection("b", HERE.offset(33, 1), 0.5).located())
                        .source()
                        .id());
        known.associate(Skies.detection("c", HERE.offset(33, 60), 0.5).located());
        assertEquals(2, known.started().size());
    }

    @Test
    void previewLeavesNoTrace() {
        KnownSources known = new KnownSources(ASSOCIATION, List.of());
        known.preview(Skies.detection("a", HERE, 0.5).located());
        assertInstanceOf(
                AssociationOutcome.NewSource.class,
                known.preview(Skies.detection("b", HERE, 0.5).located()));
        assertEquals(List.of(), known.started());
    }

    @Test
    void storedSourceMovesToASharperPositionAndRemembersItsWidestError() {
        XraySource moved =
                XraySource.startedBy(Skies.detection("moved", HERE, 2).located(), 1, false);
        XraySource still = XraySource.startedBy(
                Skies.detection("still", HERE.offset(0, 3600), 0.5).located(), 1, false);
        KnownSources known = new KnownSources(ASSOCIATION, List.of(moved, still));
        known.associate(Skies.detection("sharp", HERE.offset(90, 1), 0.3).located());
        known.associate(Skies.detection("blunt", still.position(), 0.9).located());
        assertEquals(
                List.of("sharp", "still"),
                known.changed().stream().map(XraySource::positionOf).toList());
        assertEquals(0.9, known.changed().getLast().widestArcsec(), 1e-12);
        assertEquals(List.of(), known.started());
        assertEquals(List.of(), known.placed(), "within the reach that the sources had");
    }

    /// Cells only narrow the search: the outcome is that of asking every source.
    @Test
    void outcomeIsThatOfAskingEverySource() {
        Random random = new Random(12);
        KnownSources known = new KnownSources(ASSOCIATION, List.of());
        List<SkyPosition> crowded = Skies.awkwardPositions(8, 1000);
        for (int i = 0; i < crowded.size(); i++) {
            XrayDetection detection = Skies.detection("d" + i, crowded.get(i), 0.2 * Math.exp(random.nextDouble() * 4));
            AssociationOutcome expected = ASSOCIATION.associate(detection.located(), known.started());
            assertEquals(expected, known.associate(detection.located()), "detection " + i);
        }
        assertTrue(known.started().size() < 900, known.started().size() + " sources");
    }
}
