package io.lynceus.crossmatch.files.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.CatalogueStatistics;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.match.Candidates;
import io.lynceus.crossmatch.match.MatchOptions;
import io.lynceus.crossmatch.match.NwayMatch;
import io.lynceus.crossmatch.match.Population;
import io.lynceus.crossmatch.match.UnrelatedCredit;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.TangentOffset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkAssociationTest {
    private static final double RADIUS_ARCSEC = 20;
    private static final double SYSTEMATIC_ARCSEC = 0.3;
    private static final MatchOptions OPTIONS =
            new MatchOptions(Double.POSITIVE_INFINITY, MatchOptions.SECONDARY_RATIO, UnrelatedCredit.NONE, 0);

    private final Random random = new Random(91);

    @TempDir
    Path folder;

    private record Judged(double bayesFactor, double anyMatch, double match, int flag) {}

    /// One source after another, with the density that the catalogue itself states there.
    @Test
    void sourcesJudgedAtOnceAreJudgedAsEachByItself() {
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        // A dense patch in a sparse sky, so that the densities differ.
        store(
                catalogues,
                IntStream.range(0, 60_000)
                        .mapToObj(i -> entry(i, i % 2 == 0 ? patch() : anywhere()))
                        .toList());
        ReferenceCatalogue catalogue = catalogues.open(catalogues.inUse()).getFirst();
        List<SkyPosition> sources = IntStream.range(0, 2000)
                .mapToObj(i -> i % 4 == 0 ? anywhere() : patch())
                .toList();
        double[] sigmas = random.doubles(sources.size(), 0.5, 5).toArray();
        CatalogueRows rows = catalogues.rows(catalogues.inUse().getFirst());
        Map<Integer, Map<String, Judged>> found = new ConcurrentHashMap<>();
        rows.association(0.5, OPTIONS)
                .all(
                        targets(sources),
                        target -> PositionCovariance.isotropic(sigmas[target]),
                        () -> (target, near, _, count, associations) -> {
                            Map<String, Judged> judged = new HashMap<>();
                            for (int i = 0; i < count; i++) {
                                judged.put(
                                        rows.id(near[i]),
                                        new Judged(
                                                associations.log10BayesFactor(i + 1),
                                                associations.anyMatch(),
                                                associations.match(i + 1),
                                                associations.flag(i + 1)));
                            }
                            found.put(target, judged);
                        });
        int pairs = 0;
        for (int i = 0; i < sources.size(); i++) {
            pairs += assertJudged(catalogue, sources.get(i), sigmas[i], found.getOrDefault(i, Map.of()));
        }
        assertTrue(pairs > 2000, "only " + pairs + " pairs");
    }

    @Test
    void completenessThatIsNoChanceIsRefused() {
        CatalogueFolder catalogues = new CatalogueFolder(folder);
        store(catalogues, List.of(entry(1, anywhere())));
        CatalogueRows rows = catalogues.rows(catalogues.inUse().getFirst());
        assertThrows(IllegalArgumentException.class, () -> rows.association(1, OPTIONS));
    }

    private static int assertJudged(
            ReferenceCatalogue catalogue, SkyPosition source, double sigma, Map<String, Judged> found) {
        List<CatalogueEntry> near = catalogue.entriesWithin(source, RADIUS_ARCSEC);
        assertEquals(near.size(), found.size());
        if (near.isEmpty()) {
            return 0;
        }
        Candidates candidates = new Candidates();
        candidates.clear(Population.ofDensity(catalogue.densityPerSqDeg(source)), 0.8 / 0.2);
        for (CatalogueEntry entry : near) {
            TangentOffset offset = TangentOffset.between(source, entry.position());
            PositionCovariance error = entry.error().covariance().plus(PositionCovariance.isotropic(SYSTEMATIC_ARCSEC));
            candidates.add(
                    offset.eastArcsec(),
                    offset.northArcsec(),
                    error.eastEast(),
                    error.northNorth(),
                    error.eastNorth(),
                    0);
        }
        var expected = new NwayMatch(OPTIONS).associate(PositionCovariance.isotropic(sigma), List.of(candidates));
        for (int i = 0; i < near.size(); i++) {
            Judged judged = found.get(near.get(i).id());
            assertEquals(expected.log10BayesFactor(i + 1), judged.bayesFactor, 1e-9);
            assertEquals(expected.anyMatch(), judged.anyMatch, 1e-9);
            assertEquals(expected.match(i + 1), judged.match, 1e-9);
            assertEquals(expected.flag(i + 1), judged.flag);
        }
        return near.size();
    }

    private static void store(CatalogueFolder catalogues, List<CatalogueEntry> entries) {
        catalogues.store(
                new CatalogueProfile(
                        "sky",
                        "A sky",
                        new CatalogueRole.Counterparts(
                                "optical", 1, OptionalDouble.of(SYSTEMATIC_ARCSEC), OptionalDouble.of(0.8)),
                        true,
                        1,
                        List.of(),
                        CatalogueStatistics.of(entries)),
                entries);
    }

    private CatalogueEntry entry(int i, SkyPosition position) {
        double major = 0.1 + random.nextDouble();
        return new CatalogueEntry(
                "e" + i,
                Optional.empty(),
                position,
                new ErrorEllipse(
                        major,
                        i % 3 == 0 ? major : major / 2,
                        180 * random.nextDouble(),
                        Containment.ONE_SIGMA_PER_AXIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    private SkyPosition patch() {
        return new SkyPosition((359.75 + random.nextDouble() / 2) % 360, 40 + random.nextDouble() / 2);
    }

    private SkyPosition anywhere() {
        return new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
    }

    private static MatchTargets targets(List<SkyPosition> positions) {
        return new MatchTargets(
                positions.stream().mapToDouble(SkyPosition::raDeg).toArray(),
                positions.stream().mapToDouble(SkyPosition::decDeg).toArray(),
                positions.stream().mapToDouble(_ -> RADIUS_ARCSEC).toArray());
    }
}
