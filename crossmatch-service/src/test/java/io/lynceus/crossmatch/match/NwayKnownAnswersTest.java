package io.lynceus.crossmatch.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import io.lynceus.sky.TangentOffset;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Runs of NWAY 4.7.1 on a simulated square degree, every column of every row.
class NwayKnownAnswersTest {
    private static final double RADIUS_ARCSEC = 8;
    private static final double TOLERANCE = 1e-3;
    private static final double OF_ROWS = 0.995;

    private record Row(String id, SkyPosition position, double sigma) {}

    @Test
    void twoCatalogueRunIsNways() throws IOException {
        compare("two.csv", List.of("OPT"), new double[] {0.8});
    }

    @Test
    void threeCatalogueRunIsNways() throws IOException {
        compare("three.csv", List.of("OPT", "IR"), new double[] {0.8, 0.6});
    }

    private static void compare(String answer, List<String> names, double[] completeness) throws IOException {
        Map<String, Map<String, String>> expected = new HashMap<>();
        for (Map<String, String> row : csv(SharedData.require("nway_known/" + answer))) {
            expected.put(key(row, names), row);
        }
        List<List<Row>> entries = new ArrayList<>();
        List<Map<Long, List<Row>>> strips = new ArrayList<>();
        for (String name : names) {
            List<Row> all = rows("nway_known/" + name.toLowerCase(Locale.ROOT) + ".csv", 0.2);
            entries.add(all);
            strips.add(all.stream().collect(Collectors.groupingBy(row -> strip(row.position()))));
        }
        NwayMatch match = new NwayMatch(MatchOptions.likeNway(RADIUS_ARCSEC));
        Tally tally = new Tally();
        int listed = 0;
        for (Row source : rows("nway_known/xray.csv", Double.NaN)) {
            List<List<Row>> near = new ArrayList<>();
            List<Candidates> candidates = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                Candidates of = new Candidates();
                of.clear(new Population(entries.get(k).size(), 1), completeness[k]);
                Map<Long, List<Row>> byStrip = strips.get(k);
                List<Row> within = LongStream.rangeClosed(-1, 1)
                        .mapToObj(i -> byStrip.getOrDefault(strip(source.position()) + i, List.of()))
                        .flatMap(List::stream)
                        .filter(row -> source.position().separationArcsec(row.position()) < RADIUS_ARCSEC)
                        .toList();
                for (Row row : within) {
                    TangentOffset offset = TangentOffset.between(source.position(), row.position());
                    double variance = row.sigma() * row.sigma();
                    of.add(offset.eastArcsec(), offset.northArcsec(), variance, variance, 0, 0);
                }
                near.add(within);
                candidates.add(of);
            }
            Associations found = match.associate(PositionCovariance.isotropic(source.sigma()), candidates);
            for (int row = 0; row < found.size(); row++) {
                StringBuilder key = new StringBuilder(source.id());
                for (int k = 0; k < names.size(); k++) {
                    int member = found.member(row, k);
                    key.append(' ')
                            .append(member < 0 ? "-99" : near.get(k).get(member).id());
                }
                tally.compare(expected.get(key.toString()), found, row);
                listed++;
            }
        }
        System.out.println(answer + ": " + tally);
        assertEquals(expected.size(), listed, "rows listed");
        tally.hold();
    }

    /// Strips of declination as wide as the radius.
    private static long strip(SkyPosition position) {
        return (long) Math.floor(position.decDeg() * 3600 / RADIUS_ARCSEC);
    }

    /// Largest difference of each column, and the rows where any is beyond the tolerance.
    private static final class Tally {
        private final Map<String, Double> largest = new HashMap<>();
        private int rows;
        private int beyond;

        void compare(Map<String, String> expected, Associations found, int row) {
            rows++;
            boolean within = expected != null;
            if (expected != null) {
                Map<String, ToDoubleFunction<Associations>> columns = Map.of(
                        "dist_bayesfactor", f -> f.log10BayesFactor(row),
                        "dist_bayesfactor_corrected", f -> f.log10CorrectedBayesFactor(row),
                        "dist_post", f -> f.distPost(row),
                        "p_single", f -> f.single(row),
                        "p_any", Associations::anyMatch,
                        "p_i", f -> f.match(row),
                        "match_flag", f -> f.flag(row),
                        "ncat", f -> f.ncat(row));
                for (var column : columns.entrySet()) {
                    String value = expected.get(column.getKey());
                    if (value != null) {
                        double difference =
                                Math.abs(column.getValue().applyAsDouble(found) - Double.parseDouble(value));
                        largest.merge(column.getKey(), difference, Math::max);
                        within &= difference <= TOLERANCE;
                    }
                }
            }
            beyond += within ? 0 : 1;
        }

        void hold() {
            assertTrue(rows > 1000, "only " + rows + " rows");
            assertTrue(beyond <= (1 - OF_ROWS) * rows, this::toString);
        }

        @Override
        public String toString() {
            return beyond + " of " + rows + " rows beyond " + TOLERANCE + "; largest differences " + largest;
        }
    }

    private static String key(Map<String, String> row, List<String> names) {
        StringBuilder key = new StringBuilder(row.get("XRAY_ID"));
        names.forEach(name -> key.append(' ').append(row.get(name + "_ID")));
        return key.toString();
    }

    private static List<Row> rows(String file, double defaultSigma) throws IOException {
        return csv(SharedData.require(file)).stream()
                .map(row -> new Row(
                        row.get("ID"),
                        new SkyPosition(Double.parseDouble(row.get("RA")), Double.parseDouble(row.get("DEC"))),
                        row.containsKey("SIGMA") ? Double.parseDouble(row.get("SIGMA")) : defaultSigma))
                .toList();
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.getFirst().split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
