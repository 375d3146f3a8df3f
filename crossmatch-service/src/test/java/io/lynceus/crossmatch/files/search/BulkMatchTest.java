package io.lynceus.crossmatch.files.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.sky.SkyPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkMatchTest {
    private final Random random = new Random(61);

    @TempDir
    Path folder;

    private record Found(String id, double separationArcsec) {}

    /// Law 1, with a radius of its own for every target.
    @Test
    void matchFindsWhatMeasuringEveryRowFinds() {
        for (List<SkyPosition> sky : List.of(Skies.awkwardPositions(62, 3000), clusters(3000), baseCellBorders(3000))) {
            CatalogueRows match = rows(sky);
            List<SkyPosition> targets = near(sky, 3000);
            double[] radii = random.doubles(targets.size())
                    .map(r -> Math.exp(r * Math.log(1e6)) * 0.01)
                    .toArray();
            Map<Integer, List<Found>> found = all(match, targets, radii);
            int pairs = 0;
            for (int i = 0; i < targets.size(); i++) {
                List<Found> expected = within(sky, targets.get(i), radii[i]);
                assertSame(expected, found.getOrDefault(i, List.of()), targets.get(i) + " within " + radii[i]);
                pairs += expected.size();
            }
            assertTrue(pairs > 10_000, "only " + pairs + " pairs");
        }
    }

    @Test
    void rowAtExactlyTheRadiusIsFoundAsTheSeparationSays() {
        List<SkyPosition> sky = Skies.awkwardPositions(63, 2000);
        CatalogueRows match = rows(sky);
        List<SkyPosition> targets = near(sky, 2000);
        double[] radii = IntStream.range(0, 2000)
                .mapToDouble(i -> targets.get(i).separationArcsec(sky.get(i)))
                .toArray();
        Map<Integer, List<Found>> found = all(match, targets, radii);
        for (int i = 0; i < 2000; i++) {
            assertSame(within(sky, targets.get(i), radii[i]), found.getOrDefault(i, List.of()), "radius " + radii[i]);
        }
    }

    /// Law 2.
    @Test
    void nearestAreTheFirstOfAllBySeparation() {
        List<SkyPosition> sky = clusters(3000);
        CatalogueRows match = rows(sky);
        List<SkyPosition> targets = near(sky, 500);
        double[] radii = random.doubles(500, 1, 100).toArray();
        for (int most : new int[] {1, 2, 5, 1000}) {
            Map<Integer, List<Found>> found = new ConcurrentHashMap<>();
            match.match().nearest(targets(targets, radii), most, () -> collect(match, found));
            for (int i = 0; i < targets.size(); i++) {
                List<Double> expected = within(sky, targets.get(i), radii[i]).stream()
                        .map(Found::separationArcsec)
                        .sorted()
                        .limit(most)
                        .toList();
                List<Found> kept = found.getOrDefault(i, List.of());
                assertEquals(expected.size(), kept.size());
                for (int j = 0; j < expected.size(); j++) {
                    assertEquals(expected.get(j), kept.get(j).separationArcsec(), 1e-8);
                }
            }
        }
    }

    @Test
    void tableInMemoryGivesWhatACatalogueDoes() {
        List<SkyPosition> sky = Stream.concat(clusters(2000).stream(), Skies.awkwardPositions(65, 2000).stream())
                .toList();
        List<SkyPosition> targets = near(sky, 1000);
        double[] radii = random.doubles(1000, 1, 100).toArray();
        TablePositions table = new TablePositions(
                sky.stream().mapToDouble(SkyPosition::raDeg).toArray(),
                sky.stream().mapToDouble(SkyPosition::decDeg).toArray());
        Map<Integer, List<Found>> found = new ConcurrentHashMap<>();
        table.match()
                .all(
                        targets(targets, radii),
                        () -> (target, rows, separations, count) -> found.put(
                                target,
                                IntStream.range(0, count)
                                        .mapToObj(i -> new Found("e" + table.number(rows[i]), separations[i]))
                                        .toList()));
        for (int i = 0; i < targets.size(); i++) {
            assertSame(within(sky, targets.get(i), radii[i]), found.getOrDefault(i, List.of()), targets.get(i) + "");
        }
    }

    @Test
    void nothingIsFoundInAnEmptyCatalogueOrForNoTargets() {
        assertEquals(Map.of(), all(rows(List.of()), List.of(new SkyPosition(1, 1)), new double[] {1000}));
        assertEquals(Map.of(), all(rows(List.of(new SkyPosition(1, 1))), List.of(), new double[0]));
    }

    @Test
    void targetsWithoutARadiusEachAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new MatchTargets(new double[2], new double[2], new double[1]));
    }

    private static void assertSame(List<Found> expected, List<Found> found, String where) {
        assertEquals(
                expected.stream().map(Found::id).sorted().toList(),
                found.stream().map(Found::id).sorted().toList(),
                where);
        for (Found one : found) {
            double separation = expected.stream()
                    .filter(other -> other.id.equals(one.id))
                    .findFirst()
                    .orElseThrow()
                    .separationArcsec;
            assertEquals(separation, one.separationArcsec, 1e-9 * separation + 1e-9, where);
        }
    }

    private static List<Found> within(List<SkyPosition> sky, SkyPosition target, double radius) {
        return IntStream.range(0, sky.size())
                .filter(i -> Math.abs(sky.get(i).decDeg() - target.decDeg()) * 3600 <= radius + 1)
                .mapToObj(i -> new Found("e" + i, target.separationArcsec(sky.get(i))))
                .filter(found -> found.separationArcsec <= radius)
                .toList();
    }

    private Map<Integer, List<Found>> all(CatalogueRows match, List<SkyPosition> targets, double[] radii) {
        Map<Integer, List<Found>> found = new ConcurrentHashMap<>();
        match.match().all(targets(targets, radii), () -> collect(match, found));
        return found;
    }

    private static BulkMatch.RowSink collect(CatalogueRows match, Map<Integer, List<Found>> found) {
        return (target, rows, separations, count) -> found.merge(
                target,
                IntStream.range(0, count)
                        .mapToObj(i -> new Found(match.id(rows[i]), separations[i]))
                        .toList(),
                (one, other) -> {
                    throw new AssertionError("target " + target + " comes twice");
                });
    }

    private static MatchTargets targets(List<SkyPosition> positions, double[] radii) {
        return new MatchTargets(
                positions.stream().mapToDouble(SkyPosition::raDeg).toArray(),
                positions.stream().mapToDouble(SkyPosition::decDeg).toArray(),
                radii);
    }

    private List<SkyPosition> near(List<SkyPosition> sky, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sky.get(i % sky.size())
                        .offset(360 * random.nextDouble(), Math.pow(10, 5 * random.nextDouble() - 2)))
                .toList();
    }

    private List<SkyPosition> clusters(int count) {
        List<SkyPosition> centers = Skies.awkwardPositions(64, 30);
        return Stream.generate(() -> centers.get(random.nextInt(30))
                        .offset(360 * random.nextDouble(), 60 * random.nextDouble() * random.nextDouble()))
                .limit(count)
                .toList();
    }

    /// Round the corners and along the sides of the twelve base cells.
    private List<SkyPosition> baseCellBorders(int count) {
        double edge = Math.toDegrees(Math.asin(2.0 / 3));
        List<SkyPosition> borders = new ArrayList<>();
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            borders.add(new SkyPosition(45 + 90 * quadrant, 0));
            borders.add(new SkyPosition(90 * quadrant, edge));
            borders.add(new SkyPosition(90 * quadrant, -edge));
            borders.add(new SkyPosition(90 * quadrant, 60));
        }
        return Stream.generate(() -> borders.get(random.nextInt(16))
                        .offset(360 * random.nextDouble(), 300 * random.nextDouble() * random.nextDouble()))
                .limit(count)
                .toList();
    }

    private CatalogueRows rows(List<SkyPosition> sky) {
        List<CatalogueEntry> entries = IntStream.range(0, sky.size())
                .mapToObj(i -> Skies.entry("e" + i, sky.get(i), 0.1))
                .sorted(Comparator.comparing(CatalogueEntry::id))
                .toList();
        CatalogueFolder store = new CatalogueFolder(folder);
        store.store(
                new CatalogueProfile(
                        "sky",
                        "A sky",
                        new CatalogueRole.Counterparts("optical", 1),
                        true,
                        1,
                        List.of(),
                        CatalogueStatistics.of(entries)),
                entries);
        return store.rows(store.inUse().getFirst());
    }
}
