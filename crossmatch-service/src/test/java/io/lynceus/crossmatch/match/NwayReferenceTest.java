package io.lynceus.crossmatch.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.sky.PositionCovariance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Associations in two, three and four catalogues of other densities, areas, completeness, radii and ratios, as
/// src/test/reference/nway_associations.py enumerates them.
class NwayReferenceTest {
    private static final String GOLDEN = "/golden/nway-associations.csv";

    private NwayMatch match = new NwayMatch(MatchOptions.likeNway(1));
    private double sigma;
    private final List<Population> populations = new ArrayList<>();
    private final List<Double> completeness = new ArrayList<>();
    private final List<Candidates> candidates = new ArrayList<>();

    @Test
    void everyAssociationIsTheEnumeratedOne() throws IOException {
        List<String[]> expected = new ArrayList<>();
        int sources = 0;
        try (InputStream golden = NwayReferenceTest.class.getResourceAsStream(GOLDEN)) {
            for (String line : new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] cells = line.split(",");
                switch (cells[0]) {
                    case "run" -> start(cells);
                    case "entry" -> {
                        double variance = number(cells, 5) * number(cells, 5);
                        candidates
                                .get(Integer.parseInt(cells[2]))
                                .add(number(cells, 3), number(cells, 4), variance, variance, 0, 0);
                    }
                    case "row" -> expected.add(cells);
                    case "end" -> {
                        compare(expected);
                        expected.clear();
                        forgetEntries();
                        sources++;
                    }
                    default -> assertEquals('#', line.charAt(0), line);
                }
            }
        }
        assertEquals(48, sources);
    }

    private void start(String[] run) {
        sigma = number(run, 5);
        match = new NwayMatch(new MatchOptions(
                number(run, 2),
                number(run, 3),
                Boolean.parseBoolean(run[4]) ? UnrelatedCredit.BEST : UnrelatedCredit.NONE,
                0));
        populations.clear();
        completeness.clear();
        candidates.clear();
        for (int i = 6; i < run.length; i += 3) {
            populations.add(new Population(number(run, i), number(run, i + 1)));
            completeness.add(number(run, i + 2));
            candidates.add(new Candidates());
        }
        forgetEntries();
    }

    private void forgetEntries() {
        for (int k = 0; k < candidates.size(); k++) {
            candidates.get(k).clear(populations.get(k), completeness.get(k));
        }
    }

    private void compare(List<String[]> expected) {
        Associations found = match.associate(PositionCovariance.isotropic(sigma), candidates);
        assertEquals(expected.size(), found.size());
        for (int row = 0; row < found.size(); row++) {
            String[] cells = expected.get(row);
            String name = String.join(",", cells);
            int at = 2;
            for (int k = 0; k < candidates.size(); k++) {
                assertEquals(Integer.parseInt(cells[at++]), found.member(row, k), name);
            }
            assertEquals(number(cells, at++), found.log10BayesFactor(row), 1e-8, name);
            assertEquals(number(cells, at++), found.log10CorrectedBayesFactor(row), 1e-8, name);
            assertEquals(number(cells, at++), found.distPost(row), 1e-9, name);
            assertEquals(found.distPost(row), found.single(row), name);
            assertEquals(number(cells, at++), found.anyMatch(), 1e-9, name);
            assertEquals(number(cells, at++), found.match(row), 1e-9, name);
            assertEquals(Integer.parseInt(cells[at]), found.flag(row), name);
        }
    }

    private static double number(String[] cells, int i) {
        return Double.parseDouble(cells[i]);
    }
}
