package io.lynceus.crossmatch.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.Tables;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.WholeSky;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterpartSearchTest {
    private static final SkyPosition HERE = new SkyPosition(150, 2);
    private static final CatalogueRole.Counterparts OPTICAL = new CatalogueRole.Counterparts("optical", 1);
    private static final CounterpartSearch SEARCH = new CounterpartSearch(8, 5, 0.5, 0, 10);

    @Test
    void nothingThereGivesNoCandidate() {
        ReferenceCatalogue empty = Skies.catalogue("empty", OPTICAL, 1000, List.of());
        assertEquals(Counterparts.NONE, SEARCH.counterparts(Skies.detection("d", HERE, 1), List.of(empty)));
    }

    @Test
    void probabilitiesOfAllCandidatesSumToOneAndOneIsBest() {
        List<CatalogueEntry> entries = IntStream.range(0, 6)
                .mapToObj(i -> Skies.entry("e" + i, HERE.offset(60 * i, 0.5 + i), 0.2))
                .toList();
        List<Counterpart> found = candidates(SEARCH, 1, Skies.catalogue("six", OPTICAL, 44_000, entries));
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
        List<Counterpart> found =
                candidates(new CounterpartSearch(8, 5, 0.5, 0, 1), 1, Skies.catalogue("twins", OPTICAL, 44_000, twins));
        assertEquals(1, found.size());
        assertEquals(0.5, found.getFirst().matchProbability(), 1e-6);
    }

    @Test
    void radiusGrowsWithTheErrorOfTheDetection() {
        ReferenceCatalogue far =
                Skies.catalogue("far", OPTICAL, 1000, List.of(Skies.entry("e", HERE.offset(0, 14.9), 0.1)));
        assertEquals(0, candidates(SEARCH, 1, far).size());
        assertEquals(1, candidates(SEARCH, 3, far).size());
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
        CounterpartSearch likeNway = new CounterpartSearch(8, 1e-9, 0.8 / 1.8, 0, Integer.MAX_VALUE);
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
            likeNway.counterparts(detection, List.of(near))
                    .candidates()
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

    private static List<Counterpart> candidates(
            CounterpartSearch search, double sigmaArcsec, ReferenceCatalogue... catalogues) {
        return search.counterparts(Skies.detection("d", HERE, sigmaArcsec), List.of(catalogues))
                .candidates();
    }

    @Test
    void termsOfACandidateAddUpToItsOddsOverNoCounterpart() {
        Counterparts found = SEARCH.counterparts(Skies.detection("d", HERE, 1), crowd(7));
        double none = 1 - found.anyMatchProbability();
        int compared = 0;
        for (Counterpart one : found.candidates()) {
            double probability = one.anyMatchProbability() * one.matchProbability();
            if (probability > 1e-6) {
                assertEquals(
                        Math.log10(probability / none),
                        one.terms().log10Odds(),
                        1e-6,
                        one.entry().id());
                compared++;
            }
            assertEquals(
                    one.match().log10BayesFactor(),
                    one.terms().separation()
                            + one.terms().positionErrors()
                            + one.terms().properMotion(),
                    1e-12);
        }
        assertTrue(compared >= 4, compared + " candidates are probable at all");
    }

    @Test
    void orderOfTheCataloguesAndEmptyOnesChangeNothing() {
        XrayDetection detection = Skies.detection("d", HERE, 1.5);
        List<ReferenceCatalogue> crowd = crowd(8);
        List<ReferenceCatalogue> reversed = new ArrayList<>(crowd.reversed());
        reversed.add(1, Skies.catalogue("empty", OPTICAL, 100, List.of()));
        assertEquals(SEARCH.counterparts(detection, crowd), SEARCH.counterparts(detection, reversed));
    }

    @Test
    void entriesOfTwoCataloguesThatAgreeSupportEachOther() {
        List<CatalogueEntry> stars = List.of(
                Skies.entry("agreeing", HERE.offset(0, 1), 0.1), Skies.entry("lonely", HERE.offset(180, 1), 0.1));
        ReferenceCatalogue optical = Skies.catalogue("optical", OPTICAL, 44_000, stars);
        ReferenceCatalogue infrared = Skies.catalogue(
                "infrared",
                new CatalogueRole.Counterparts("infrared", 1),
                11_000,
                List.of(Skies.entry("i", HERE.offset(0, 1.05), 0.1)));
        assertEquals(0.5, candidates(SEARCH, 1, optical).getFirst().matchProbability(), 1e-9);
        Counterparts joint = SEARCH.counterparts(Skies.detection("d", HERE, 1), List.of(optical, infrared));
        Counterpart best = joint.candidates().get(1);
        assertEquals("agreeing", best.entry().id());
        assertTrue(best.matchProbability() > 0.75, "p_i " + best.matchProbability());
        assertEquals(1, best.flag());
        assertTrue(best.terms().otherCatalogues()
                > joint.candidates().getLast().terms().otherCatalogues() + 0.5);
        assertEquals(
                List.of(new Association.Member("infrared", "i"), new Association.Member("optical", "agreeing")),
                joint.associations().getFirst().members());
    }

    @Test
    void entryWithoutAMotionMovesAlongWithTheStarItIs() {
        // 200 mas/yr to the east for 16 years, seen by the infrared survey where it was 16 years before.
        CatalogueEntry star = Skies.moving("star", HERE.offset(90, 3.2), 2016, 200, 0);
        CatalogueEntry early = Skies.dated("early", HERE, 2000, 0.1);
        XrayDetection late = new XrayDetection(
                "d",
                HERE.offset(90, 3.2),
                PositionCovariance.isotropic(0.5),
                ObservationEpoch.at(new JulianEpoch(2016)));
        ReferenceCatalogue optical = Skies.catalogue("optical", OPTICAL, 44_000, List.of(star));
        ReferenceCatalogue infrared = Skies.catalogue("infrared", OPTICAL, 11_000, List.of(early));
        Counterparts found = SEARCH.counterparts(late, List.of(infrared, optical));
        assertEquals(2, found.associations().getFirst().members().size());
        assertTrue(found.candidates().getFirst().anyMatchProbability() > 0.99);
        assertEquals(
                0,
                SEARCH.counterparts(late, List.of(infrared))
                        .candidates()
                        .getFirst()
                        .anyMatchProbability(),
                1e-3);
    }

    @Test
    void systematicErrorOfTheCatalogueIsAddedToThatOfEveryEntry() {
        List<CatalogueEntry> entries = List.of(Skies.entry("e", HERE.offset(0, 3), 0.3));
        CatalogueRole.Counterparts blurred =
                new CatalogueRole.Counterparts("optical", 1, OptionalDouble.of(0.4), OptionalDouble.of(0.7));
        Counterpart one = candidates(SEARCH, 1, Skies.catalogue("blurred", blurred, 44_000, entries))
                .getFirst();
        assertEquals(3 / Math.sqrt(1 + 0.09 + 0.16), one.match().separationSigma(), 1e-5);
        assertEquals(Math.log10(0.7 / 0.3), one.terms().completeness(), 1e-12);
        assertEquals(-Math.log10(44_000 * WholeSky.SQ_DEG), one.terms().density(), 1e-9);
    }

    @Test
    void crowdedFieldAndAnUncertainPositionAreSearchedInTime() {
        Random random = new Random(4);
        List<ReferenceCatalogue> crowded = IntStream.range(0, 3)
                .<ReferenceCatalogue>mapToObj(k -> Skies.catalogue(
                        "c" + k,
                        OPTICAL,
                        400_000,
                        IntStream.range(0, 3000)
                                .mapToObj(i -> Skies.entry(
                                        "e" + i,
                                        HERE.offset(360 * random.nextDouble(), 180 * Math.sqrt(random.nextDouble())),
                                        0.1))
                                .toList()))
                .toList();
        Counterparts found = assertTimeout(
                Duration.ofSeconds(10), () -> SEARCH.counterparts(Skies.detection("d", HERE, 36), crowded));
        assertEquals(30, found.candidates().size());
    }

    /// Two entries that agree and some more around, in each of three catalogues.
    private static List<ReferenceCatalogue> crowd(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 3)
                .<ReferenceCatalogue>mapToObj(k -> Skies.catalogue(
                        "c" + k,
                        OPTICAL,
                        20_000 * (k + 1),
                        IntStream.range(0, 4)
                                .mapToObj(i -> Skies.entry(
                                        "e" + k + i,
                                        i == 0
                                                ? HERE.offset(40 + random.nextDouble(), 1)
                                                : HERE.offset(360 * random.nextDouble(), 4 * random.nextDouble()),
                                        0.2))
                                .toList()))
                .toList();
    }

    private static String strip(SkyPosition position, int shift) {
        return String.valueOf(Math.floor(position.decDeg() * 300) + shift);
    }
}
