package io.lynceus.crossmatch.files.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.Measurement;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.SkyPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedCatalogueTest {
    private static final double SKY_SQ_DEG = 129_600 / Math.PI;

    @TempDir
    Path folder;

    /// Law 1 of [ReferenceCatalogue].
    @Test
    void searchFindsWhatMeasuringEveryRowFinds() {
        List<SkyPosition> positions = Skies.awkwardPositions(42, 5000);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            entries.add(Skies.entry("e" + i, positions.get(i), 0.1));
        }
        Random random = new Random(43);
        withCatalogue(entries, List.of(), catalogue -> {
            int found = 0;
            for (SkyPosition center : Skies.awkwardPositions(44, 400)) {
                double radius = Math.exp(random.nextDouble() * Math.log(10_000)) * 0.1;
                Set<String> expected = entries.stream()
                        .filter(entry -> center.separationArcsec(entry.position()) <= radius)
                        .map(CatalogueEntry::id)
                        .collect(Collectors.toSet());
                List<String> ids = catalogue.entriesWithin(center, radius).stream()
                        .map(CatalogueEntry::id)
                        .toList();
                assertEquals(expected, Set.copyOf(ids), center + " within " + radius + " arcsec");
                assertEquals(expected.size(), ids.size(), "each once");
                found += ids.size();
            }
            assertTrue(found > 10_000, "only " + found + " found");
            assertEquals(
                    5000,
                    catalogue.entriesWithin(new SkyPosition(1, 1), 648_000).size());
        });
    }

    /// Law 2 of [ReferenceCatalogue].
    @Test
    void galaxiesThatReachAPositionAreFoundWhateverTheirSize() {
        Random random = new Random(45);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (SkyPosition position : Skies.awkwardPositions(46, 1000)) {
            entries.add(
                    galaxy("g" + entries.size(), position, Math.round(Math.exp(random.nextDouble() * 8) * 8) / 8.0));
        }
        withCatalogue(entries, List.of(), catalogue -> {
            int found = 0;
            for (SkyPosition position : Skies.awkwardPositions(47, 300)) {
                Set<String> expected = entries.stream()
                        .filter(entry -> position.separationArcsec(entry.position())
                                <= 1.25 * entry.disc().orElseThrow().semiMajorArcsec())
                        .map(CatalogueEntry::id)
                        .collect(Collectors.toSet());
                assertEquals(
                        expected,
                        catalogue.galaxiesReaching(position, 1.25).stream()
                                .map(CatalogueEntry::id)
                                .collect(Collectors.toSet()));
                found += expected.size();
            }
            assertTrue(found > 1000, "only " + found + " found");
        });
        withCatalogue(
                List.of(Skies.entry("star", new SkyPosition(1, 1), 1)),
                List.of(),
                catalogue -> assertEquals(List.of(), catalogue.galaxiesReaching(new SkyPosition(1, 1), 1)));
    }

    /// Law 3 of [ReferenceCatalogue].
    @Test
    void orderOfTheRowsDoesNotDependOnTheOrderTheyCameIn() {
        SkyPosition here = new SkyPosition(12, 34);
        CatalogueEntry one = Skies.entry("one", here, 0.1);
        CatalogueEntry two = Skies.entry("two", here, 0.1);
        withCatalogue(
                List.of(two, one),
                List.of(),
                catalogue -> assertEquals(List.of(one.id(), two.id()), ids(catalogue, here)));
        withCatalogue(
                List.of(one, two),
                List.of(),
                catalogue -> assertEquals(List.of(one.id(), two.id()), ids(catalogue, here)));
    }

    @Test
    void entryComesBackAsItWentIn() {
        CatalogueEntry full = new CatalogueEntry(
                "Gaia \u03b1",
                Optional.of("star"),
                new SkyPosition(359.9999, -89.9),
                new ErrorEllipse(0.25, 0.125, 37, 0.9),
                Optional.of(new JulianEpoch(2016)),
                Optional.of(new CatalogueMotion(
                        new Measurement(-12.5, OptionalDouble.of(0.5)), new Measurement(3, OptionalDouble.empty()))),
                Optional.of(new Measurement(2.25, OptionalDouble.of(0.125))),
                Map.of("G", 18.494, "W1", -1.796),
                Optional.of(new GalaxyDisc(60, 30, 12, OptionalDouble.of(0.01), OptionalDouble.empty())));
        CatalogueEntry bare = Skies.entry("bare", new SkyPosition(180, 0), 1);
        withCatalogue(List.of(full, bare), List.of("G", "W1"), catalogue -> {
            CatalogueEntry back =
                    catalogue.entriesWithin(full.position(), 0.001).getFirst();
            assertEquals(full.id(), back.id());
            assertEquals(full.type(), back.type());
            assertEquals(full.position(), back.position());
            assertEquals(full.epoch(), back.epoch());
            assertEquals(full.motion(), back.motion());
            assertEquals(full.parallax(), back.parallax());
            assertEquals(full.magnitudes(), back.magnitudes());
            assertEquals(full.disc(), back.disc());
            assertEquals(
                    full.error().covariance().eastNorth(),
                    back.error().covariance().eastNorth(),
                    1e-9);
            CatalogueEntry bareBack =
                    catalogue.entriesWithin(bare.position(), 0.001).getFirst();
            assertEquals(bare.magnitudes(), bareBack.magnitudes());
            assertEquals(Optional.empty(), bareBack.motion());
            assertEquals(Optional.empty(), bareBack.disc());
        });
    }

    @Test
    void densityIsMeasuredWhereThePositionIs() {
        Random random = new Random(48);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            boolean plane = i >= 100_000;
            double sine = plane ? random.nextDouble() / 5 - 0.1 : 2 * random.nextDouble() - 1;
            entries.add(Skies.entry(
                    "e" + i, new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(sine))), 0.1));
        }
        double pole = 100_000 / SKY_SQ_DEG;
        withCatalogue(entries, List.of(), catalogue -> {
            assertEquals(1, meanDensity(catalogue, random, 0.3, 1) / pole, 0.03);
            assertEquals(1, meanDensity(catalogue, random, -0.08, 0.08) / (11 * pole), 0.03);
        });
    }

    @Test
    void edgeOfASurveyThinsItsDensityByAQuarter() {
        Random random = new Random(49);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            entries.add(Skies.entry("e" + i, new SkyPosition(150 + random.nextDouble(), 2 + random.nextDouble()), 0.1));
        }
        withCatalogue(entries, List.of(), catalogue -> {
            double atTheEdge = 0;
            for (int i = 0; i < 200; i++) {
                SkyPosition within = new SkyPosition(150 + random.nextDouble(), 2 + random.nextDouble());
                assertEquals(40_000, catalogue.densityPerSqDeg(within), 20_000, within.toString());
                atTheEdge += catalogue.densityPerSqDeg(new SkyPosition(150, 2 + random.nextDouble())) / 200;
            }
            assertEquals(30_000, atTheEdge, 2_000);
        });
    }

    /// Law 4 of [ReferenceCatalogue].
    @Test
    void densityOfASelectionIsTheDeclaredOne() {
        List<CatalogueEntry> entries = new ArrayList<>();
        Skies.awkwardPositions(50, 1000).forEach(position -> entries.add(Skies.entry("e", position, 1)));
        withCatalogue(
                entries,
                List.of(),
                false,
                catalogue -> assertEquals(1, catalogue.densityPerSqDeg(new SkyPosition(0, 90))));
    }

    @Test
    void densityOfTooFewRowsIsTheProfiles() {
        withCatalogue(
                List.of(Skies.entry("one", new SkyPosition(1, 1), 1)),
                List.of(),
                catalogue -> assertEquals(1, catalogue.densityPerSqDeg(new SkyPosition(1, 1))));
    }

    private static double meanDensity(ReferenceCatalogue catalogue, Random random, double fromSine, double toSine) {
        return random.doubles(2000, fromSine, toSine)
                .map(sine -> catalogue.densityPerSqDeg(
                        new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(sine)))))
                .average()
                .orElseThrow();
    }

    @Test
    void catalogueMeasuresOnlyWhereItLookedAtTheSky() {
        SkyPosition pole = new SkyPosition(10, 89.9);
        CatalogueEntry moving = new CatalogueEntry(
                "moving",
                Optional.empty(),
                pole,
                new ErrorEllipse(1, 1, 0, 0.39),
                Optional.of(new JulianEpoch(2016)),
                Optional.of(new CatalogueMotion(
                        new Measurement(1, OptionalDouble.empty()), new Measurement(1, OptionalDouble.empty()))),
                Optional.empty(),
                Map.of("G", 18.0),
                Optional.empty());
        withCatalogue(List.of(moving), List.of("G"), catalogue -> {
            assertEquals(List.of("G", "proper_motion"), catalogue.measuresAt(pole));
            for (int angle = 0; angle < 360; angle += 30) {
                assertEquals(List.of("G", "proper_motion"), catalogue.measuresAt(pole.offset(angle, 0.5 * 3600)));
                assertEquals(List.of(), catalogue.measuresAt(pole.offset(angle, 4 * 3600)));
            }
        });
    }

    @Test
    void emptyCatalogueCanBeSearched() {
        withCatalogue(
                List.of(),
                List.of("G"),
                catalogue -> assertEquals(List.of(), catalogue.entriesWithin(new SkyPosition(0, 90), 1000)));
    }

    private static CatalogueEntry galaxy(String id, SkyPosition center, double semiMajorArcsec) {
        return new CatalogueEntry(
                id,
                Optional.empty(),
                center,
                new ErrorEllipse(1, 1, 0, 0.39),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(new GalaxyDisc(
                        semiMajorArcsec, semiMajorArcsec, 0, OptionalDouble.empty(), OptionalDouble.empty())));
    }

    private static List<String> ids(ReferenceCatalogue catalogue, SkyPosition here) {
        return catalogue.entriesWithin(here, 1).stream().map(CatalogueEntry::id).toList();
    }

    private void withCatalogue(List<CatalogueEntry> entries, List<String> bands, Consumer<ReferenceCatalogue> test) {
        withCatalogue(entries, bands, true, test);
    }

    private void withCatalogue(
            List<CatalogueEntry> entries, List<String> bands, boolean complete, Consumer<ReferenceCatalogue> test) {
        CatalogueFolder store = new CatalogueFolder(folder);
        store.store(
                new CatalogueProfile(
                        "sky",
                        "A sky",
                        new CatalogueRole.Counterparts("optical", 1),
                        complete,
                        1,
                        bands,
                        CatalogueStatistics.of(entries)),
                entries);
        test.accept(store.open(store.inUse()).getFirst());
    }
}
