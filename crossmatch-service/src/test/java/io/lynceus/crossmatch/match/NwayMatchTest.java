package io.lynceus.crossmatch.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.match.SimulatedSource.Catalogue;
import io.lynceus.crossmatch.match.SimulatedSource.Entry;
import io.lynceus.sky.PositionCovariance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The laws of [NwayMatch], each on seeded random sources with elliptical errors in one to four catalogues.
class NwayMatchTest {
    private static final MatchOptions ALL = new MatchOptions(Double.POSITIVE_INFINITY, 0.5, UnrelatedCredit.ALL, 0);
    private static final MatchOptions LIKE_NWAY = MatchOptions.likeNway(Double.POSITIVE_INFINITY);
    private static final double PER_ARCSEC_SQUARED = Math.pow(648_000 / Math.PI, 2);

    private static Stream<SimulatedSource> sources() {
        Random random = new Random(3);
        return IntStream.range(0, 300).mapToObj(i -> SimulatedSource.random(random, 1 + i % 4));
    }

    private static Associations associate(SimulatedSource source) {
        return new NwayMatch(ALL).associate(source.covariance(), source.candidates());
    }

    @Test
    void probabilitiesOfAllCounterpartsSumToOne() {
        sources().map(NwayMatchTest::associate).forEach(found -> {
            double sum =
                    IntStream.range(0, found.size()).mapToDouble(found::match).sum();
            assertEquals(found.size() > 1 ? 1 : 0, sum, 1e-12);
            assertEquals(0, found.match(0));
        });
    }

    @Test
    void sourceWithoutCandidatesHasNoCounterpart() {
        Associations found = new NwayMatch(ALL).associate(PositionCovariance.isotropic(1), List.of(new Candidates()));
        assertEquals(1, found.size());
        assertEquals(0, found.anyMatch());
        assertEquals(1, found.distPost(0));
        assertEquals(1, found.flag(0));
    }

    /// The information form: precisions add up, whatever the order.
    @Test
    void bayesFactorIsTheProductOfGaussiansIntegratedOverThePlace() {
        sources().forEach(source -> {
            Associations found = associate(source);
            for (int row = 0; row < found.size(); row++) {
                assertEquals(product(source, found, row), found.log10BayesFactor(row), 1e-8);
            }
        });
    }

    private static double product(SimulatedSource source, Associations found, int row) {
        List<Entry> members = new ArrayList<>(List.of(new Entry(0, 0, source.covariance(), 0)));
        for (int k = 0; k < source.catalogues().size(); k++) {
            if (found.member(row, k) >= 0) {
                members.add(source.catalogues().get(k).entries().get(found.member(row, k)));
            }
        }
        return product(members);
    }

    private static double product(List<Entry> members) {
        double ee = 0, nn = 0, en = 0, e = 0, n = 0, square = 0, ln = 0;
        for (Entry member : members) {
            PositionCovariance c = member.covariance();
            double wee = c.northNorth() / c.determinant();
            double wnn = c.eastEast() / c.determinant();
            double wen = -c.eastNorth() / c.determinant();
            ee += wee;
            nn += wnn;
            en += wen;
            e += wee * member.east() + wen * member.north();
            n += wen * member.east() + wnn * member.north();
            square += wee * member.east() * member.east()
                    + 2 * wen * member.east() * member.north()
                    + wnn * member.north() * member.north();
            ln -= Math.log(c.determinant()) / 2;
        }
        double determinant = ee * nn - en * en;
        double chiSquared = square - (nn * e * e - 2 * en * e * n + ee * n * n) / determinant;
        ln += (members.size() - 1) * Math.log(2 * PER_ARCSEC_SQUARED) - Math.log(determinant) / 2 - chiSquared / 2;
        return ln / Math.log(10);
    }

    @Test
    void orderOfEntriesChangesTheOrderOfRowsAlone() {
        Random random = new Random(8);
        sources().forEach(source -> {
            List<Catalogue> shuffled = new ArrayList<>();
            for (Catalogue catalogue : source.catalogues()) {
                List<Entry> entries = new ArrayList<>(catalogue.entries());
                Collections.shuffle(entries, random);
                shuffled.add(new Catalogue(catalogue.densityPerSqDeg(), catalogue.completeness(), entries));
            }
            assertSameRows(ALL, source, new SimulatedSource(source.covariance(), shuffled));
            assertSameRows(LIKE_NWAY, source, new SimulatedSource(source.covariance(), shuffled));
        });
    }

    @Test
    void orderOfCataloguesChangesTheOrderOfRowsAlone() {
        Random random = new Random(9);
        sources().forEach(source -> {
            List<Catalogue> shuffled = new ArrayList<>(source.catalogues());
            Collections.shuffle(shuffled, random);
            assertSameRows(ALL, source, new SimulatedSource(source.covariance(), shuffled));
        });
    }

    /// Written out: every division of the entries that an association leaves out into objects of at most one entry
    /// of each catalogue.
    @Test
    void creditForUnrelatedEntriesIsTheSumOverAllTheirDivisions() {
        Random random = new Random(21);
        for (int i = 0; i < 60; i++) {
            SimulatedSource source = SimulatedSource.random(random, 2 + i % 2);
            Associations found = associate(source);
            double all = divisions(source, entries(source, found, -1));
            for (int row = 0; row < found.size(); row++) {
                double expected = Math.log10(divisions(source, entries(source, found, row)) / all);
                assertEquals(expected, found.log10CorrectedBayesFactor(row) - found.log10BayesFactor(row), 1e-4);
            }
        }
    }

    private record Place(int catalogue, Entry entry) {}

    private static List<Place> entries(SimulatedSource source, Associations found, int leftOutBy) {
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < source.catalogues().size(); k++) {
            List<Entry> entries = source.catalogues().get(k).entries();
            for (int i = 0; i < entries.size(); i++) {
                if (leftOutBy < 0 || found.member(leftOutBy, k) != i) {
                    places.add(new Place(k, entries.get(i)));
                }
            }
        }
        return places;
    }

    private static double divisions(SimulatedSource source, List<Place> places) {
        if (places.isEmpty()) {
            return 1;
        }
        Place first = places.getFirst();
        List<Place> others = places.subList(1, places.size());
        double sum = 0;
        for (int bits = 0; bits < 1 << others.size(); bits++) {
            List<Place> set = new ArrayList<>(List.of(first));
            List<Place> rest = new ArrayList<>();
            for (int i = 0; i < others.size(); i++) {
                ((bits & 1 << i) != 0 ? set : rest).add(others.get(i));
            }
            if (set.stream().map(Place::catalogue).distinct().count() == set.size()) {
                sum += weight(source, set) * divisions(source, rest);
            }
        }
        return sum;
    }

    private static double weight(SimulatedSource source, List<Place> set) {
        if (set.size() == 1) {
            return 1;
        }
        double weight = Math.pow(10, product(set.stream().map(Place::entry).toList()));
        double fewest = Double.POSITIVE_INFINITY;
        for (Place place : set) {
            double choices = Math.exp(
                    source.catalogues().get(place.catalogue()).candidates().lnChoices());
            weight /= choices;
            fewest = Math.min(fewest, choices);
        }
        return weight * fewest;
    }

    private static void assertSameRows(MatchOptions options, SimulatedSource one, SimulatedSource other) {
        Map<List<Entry>, double[]> before = byMembers(options, one);
        Map<List<Entry>, double[]> after = byMembers(options, other);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((members, numbers) -> assertArrayEquals(numbers, after.get(members), 1e-8));
    }

    private static Map<List<Entry>, double[]> byMembers(MatchOptions options, SimulatedSource source) {
        Associations found = new NwayMatch(options).associate(source.covariance(), source.candidates());
        Map<List<Entry>, double[]> rows = new HashMap<>();
        for (int row = 0; row < found.size(); row++) {
            List<Entry> members = new ArrayList<>();
            for (int k = 0; k < source.catalogues().size(); k++) {
                if (found.member(row, k) >= 0) {
                    members.add(source.catalogues().get(k).entries().get(found.member(row, k)));
                }
            }
            members.sort(Comparator.comparingDouble(Entry::east).thenComparingDouble(Entry::north));
            rows.put(members, new double[] {
                found.log10BayesFactor(row), found.single(row), found.anyMatch(), found.match(row), found.flag(row)
            });
        }
        return rows;
    }

    @Test
    void catalogueWithoutEntriesChangesNothing() {
        sources().forEach(source -> {
            Candidates empty = new Candidates();
            empty.clear(Population.ofDensity(1000), 0.7);
            List<Candidates> with = new ArrayList<>(source.candidates());
            with.add(with.size() / 2, empty);
            Associations expected = associate(source);
            Associations found = new NwayMatch(ALL).associate(source.covariance(), with);
            assertEquals(expected.size(), found.size());
            for (int row = 0; row < found.size(); row++) {
                assertEquals(expected.log10CorrectedBayesFactor(row), found.log10CorrectedBayesFactor(row));
                assertEquals(expected.single(row), found.single(row));
                assertEquals(expected.match(row), found.match(row));
                assertEquals(expected.anyMatch(), found.anyMatch());
                assertEquals(expected.flag(row), found.flag(row));
            }
        });
    }

    @Test
    void scalingErrorsOffsetsAndDensitiesChangesBayesFactorsAlone() {
        double scale = 3.7;
        sources().forEach(source -> {
            SimulatedSource scaled = new SimulatedSource(
                    scaled(source.covariance(), scale),
                    source.catalogues().stream()
                            .map(catalogue -> new Catalogue(
                                    catalogue.densityPerSqDeg() / (scale * scale),
                                    catalogue.completeness(),
                                    catalogue.entries().stream()
                                            .map(entry -> new Entry(
                                                    entry.east() * scale,
                                                    entry.north() * scale,
                                                    scaled(entry.covariance(), scale),
                                                    entry.log10Weight()))
                                            .toList()))
                            .toList());
            Associations before = associate(source);
            Associations after = associate(scaled);
            for (int row = 0; row < before.size(); row++) {
                assertEquals(
                        before.log10BayesFactor(row) - 2 * (before.ncat(row) - 1) * Math.log10(scale),
                        after.log10BayesFactor(row),
                        1e-9);
                assertEquals(before.match(row), after.match(row), 1e-5);
                assertEquals(before.flag(row), after.flag(row));
            }
            assertEquals(before.anyMatch(), after.anyMatch(), 1e-5);
        });
    }

    private static PositionCovariance scaled(PositionCovariance covariance, double scale) {
        double square = scale * scale;
        return new PositionCovariance(
                covariance.eastEast() * square, covariance.northNorth() * square, covariance.eastNorth() * square);
    }

    @Test
    void unlikelyAssociationsThatAreNotFollowedDoNotCount() {
        MatchOptions pruned = new MatchOptions(Double.POSITIVE_INFINITY, 0.5, UnrelatedCredit.ALL, 1e-9);
        int all = 0;
        int followed = 0;
        for (SimulatedSource source : sources().toList()) {
            Associations expected = associate(source);
            Associations found = new NwayMatch(pruned).associate(source.covariance(), source.candidates());
            all += expected.size();
            followed += found.size();
            for (int k = 0; k < source.catalogues().size(); k++) {
                int entries = source.catalogues().get(k).entries().size();
                if (expected.anyMatchIn(k) > 1e-3) {
                    assertArrayEquals(expected.matchesIn(k, entries), found.matchesIn(k, entries), 1e-4);
                }
            }
        }
        assertTrue(followed < all / 2, followed + " of " + all);
    }

    @Test
    void probabilitiesInOneCatalogueAreSumsOverItsAssociations() {
        sources().forEach(source -> {
            Associations found = associate(source);
            for (int k = 0; k < source.catalogues().size(); k++) {
                double[] matches =
                        found.matchesIn(k, source.catalogues().get(k).entries().size());
                Map<Integer, Double> sums = new TreeMap<>();
                for (int row = 1; row < found.size(); row++) {
                    sums.merge(found.member(row, k), found.match(row), Double::sum);
                }
                sums.remove(-1);
                double with =
                        sums.values().stream().mapToDouble(Double::doubleValue).sum();
                for (int i = 0; i < matches.length; i++) {
                    assertEquals(sums.getOrDefault(i, 0.0) / with, matches[i], 1e-9);
                }
                assertEquals(matches.length == 0 ? 0 : found.anyMatch() * with, found.anyMatchIn(k), 1e-9);
            }
        });
    }

    @Test
    void magnitudeThatSpeaksForAnEntryRaisesItsOddsByItsWeight() {
        Catalogue plain = new Catalogue(1e4, 1, List.of(new Entry(0.5, 0, PositionCovariance.isotropic(0.2), 0)));
        Catalogue weighted = new Catalogue(1e4, 1, List.of(new Entry(0.5, 0, PositionCovariance.isotropic(0.2), -0.7)));
        double before = odds(plain);
        assertEquals(Math.pow(10, -0.7) * before, odds(weighted), 1e-9 * before);
    }

    private static double odds(Catalogue catalogue) {
        double any = associate(new SimulatedSource(PositionCovariance.isotropic(1), List.of(catalogue)))
                .anyMatch();
        return any / (1 - any);
    }

    @Test
    void errorlessCandidateIsRefused() {
        Candidates candidates = new Candidates();
        assertThrows(IllegalArgumentException.class, () -> candidates.add(1, 1, 0, 0, 0, 0));
    }
}
