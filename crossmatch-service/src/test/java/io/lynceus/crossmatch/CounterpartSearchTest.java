package io.lynceus.crossmatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterpartSearchTest {
    private static final SkyPosition HERE = new SkyPosition(150, 2);
    private static final CatalogueRole.Counterparts OPTICAL = new CatalogueRole.Counterparts("optical", 1);
    private static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 1, 10);

    @Test
    void nothingThereGivesNoCandidate() {
        ReferenceCatalogue empty = Skies.catalogue("empty", OPTICAL, 1000, List.of());
        assertEquals(List.of(), SEARCH.counterparts(Skies.detection("d", HERE, 1), empty, OPTICAL));
    }

    @Test
    void probabilitiesOfAllCandidatesSumToOneAndOneIsBest() {
        List<CatalogueEntry> entries = IntStream.range(0, 6)
                .mapToObj(i -> Skies.entry("e" + i, HERE.offset(60 * i, 0.5 + i), 0.2))
                .toList();
        List<Counterpart> found = SEARCH.counterparts(
                Skies.detection("d", HERE, 1), Skies.catalogue("six", OPTICAL, 44_000, entries), OPTICAL);
        assertEquals(
                1, found.stream().mapToDouble(Counterpart::matchProbability).sum(), 1e-12);
        assertEquals(
                List.of("e0"),
                found.stream()
                        .filter(Counterpart::best)
                        .map(one -> one.entry().id())
                        .toList());
        assertEquals("e5", found.getLast().entry().id());
    }

    @Test
    void candidatesBeyondTheLimitStillCountInTheProbabilities() {
        List<CatalogueEntry> twins = List.of(
                Skies.entry("left", HERE.offset(270, 0.3), 0.2), Skies.entry("right", HERE.offset(90, 0.3), 0.2));
        List<Counterpart> found = new CounterpartSearch(8, 5, 1, 1)
                .counterparts(Skies.detection("d", HERE, 1), Skies.catalogue("twins", OPTICAL, 44_000, twins), OPTICAL);
        assertEquals(1, found.size());
        assertEquals(0.5, found.getFirst().matchProbability(), 1e-6);
    }

    @Test
    void radiusGrowsWithTheErrorOfTheDetection() {
        ReferenceCatalogue far =
                Skies.catalogue("far", OPTICAL, 1000, List.of(Skies.entry("e", HERE.offset(0, 14.9), 0.1)));
        assertEquals(
                0,
                SEARCH.counterparts(Skies.detection("d", HERE, 1), far, OPTICAL).size());
        assertEquals(
                1,
                SEARCH.counterparts(Skies.detection("d", HERE, 3), far, OPTICAL).size());
    }

    /// Pairwise in one catalogue our p_any and p_i are NWAY's.
    @Test
    void probabilitiesAreThoseOfNwayOnTheKnownSky() throws IOException {
        List<CatalogueEntry> optical = Tables.csv(SharedData.require("nway_known/opt.csv")).stream()
                .map(row -> Skies.entry(
                        row.get("ID"),
                        new SkyPosition(Tables.number(row, "RA"), Tables.number(row, "DEC")),
                        Tables.number(row, "SIGMA")))
                .toList();
        CounterpartSearch likeNway = new CounterpartSearch(8, 1e-9, 0.8, Integer.MAX_VALUE);
        Map<String, List<CatalogueEntry>> byStrip = new HashMap<>();
        optical.forEach(entry -> IntStream.rangeClosed(-1, 1)
                .forEach(i -> byStrip.computeIfAbsent(strip(entry.position(), i), _ -> new ArrayList<>())
                        .add(entry)));
        Map<String, Counterpart> ours = new HashMap<>();
        for (Map<String, String> row : Tables.csv(SharedData.require("nway_known/xray.csv"))) {
            XrayDetection detection = Skies.detection(
                    row.get("ID"),
                    new SkyPosition(Tables.number(row, "RA"), Tables.number(row, "DEC")),
                    Tables.number(row, "SIGMA"));
            ReferenceCatalogue near = Skies.catalogue(
                    "opt", OPTICAL, 40_001, byStrip.getOrDefault(strip(detection.position(), 0), List.of()));
            likeNway.counterparts(detection, near, OPTICAL)
                    .forEach(one -> ours.put(row.get("ID") + " " + one.entry().id(), one));
        }
        int compared = 0;
        for (Map<String, String> row : Tables.csv(SharedData.require("nway_known/two.csv"))) {
            if (!row.get("OPT_ID").equals("-99")) {
                String pair = row.get("XRAY_ID") + " " + row.get("OPT_ID");
                Counterpart one = ours.get(pair);
                assertTrue(one != null, pair + " is no candidate of ours");
                assertEquals(Tables.number(row, "dist_bayesfactor"), one.match().log10BayesFactor(), 1e-3, pair);
                assertEquals(Tables.number(row, "p_any"), one.anyMatchProbability(), 1e-3, pair);
                assertEquals(Tables.number(row, "p_i"), one.matchProbability(), 1e-3, pair);
                compared++;
            }
        }
        assertEquals(ours.size(), compared);
    }

    private static String strip(SkyPosition position, int shift) {
        return String.valueOf(Math.floor(position.decDeg() * 300) + shift);
    }
}
