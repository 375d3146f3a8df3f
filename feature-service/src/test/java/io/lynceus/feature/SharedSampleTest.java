package io.lynceus.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.feature.features.FeatureVector;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.SkyPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The features of the shared Chandra sample against the formulas written out, row by row.
class SharedSampleTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("lynceus.root", "."), "../shared/data/csc_features.csv");

    private final FeatureExtractor extractor = new FeatureExtractor(RulesFile.shipped());

    @Test
    void everyRowOfTheSampleFollowsTheFormulas() throws IOException {
        assumeTrue(Files.exists(SAMPLE), () -> "no shared sample at " + SAMPLE);
        int ratios = 0;
        for (Row row : rows()) {
            FeatureVector features = extractor.features(List.of(row.epoch()));

            double flux = row.number("Fb").orElseThrow();
            double hard = row.number("Fh").orElseThrow();
            double medium = row.number("Fm").orElseThrow();
            assertEquals(
                    (hard - medium) / (hard + medium),
                    features.value("hardness_ratio_2").orElseThrow(),
                    1e-12,
                    row::toString);
            if (row.magnitude("BPmag").isPresent()) {
                ratios++;
                assertEquals(
                        Math.log10(flux) + 5.37 + row.magnitude("BPmag").getAsDouble() / 2.5,
                        features.value("log_fx_fb").orElseThrow(),
                        1e-6,
                        row::toString);
            } else {
                assertTrue(features.value("log_fx_fb").isEmpty(), row::toString);
            }
            double parallax = row.number("plx").orElse(0);
            boolean near = parallax > 3 * row.number("e_plx").orElse(Double.POSITIVE_INFINITY);
            assertEquals(near, features.value("log_luminosity").isPresent(), row::toString);
            if (near) {
                double distanceCm = 3.0856775814913673e21 / parallax;
                assertEquals(
                        Math.log10(4 * Math.PI * flux * distanceCm * distanceCm),
                        features.value("log_luminosity").getAsDouble(),
                        1e-6,
                        row::toString);
            }
            assertEquals(row.number("P_intra"), features.value("short_term_variability"), row::toString);
        }
        assertTrue(ratios > 2000, "rows with a BP magnitude: " + ratios);
    }

    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE);
        List<String> names = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cells -> new Row(IntStream.range(0, names.size())
                        .filter(i -> !cells[i].isBlank())
                        .collect(HashMap::new, (map, i) -> map.put(names.get(i), cells[i]), HashMap::putAll)))
                .toList();
    }

    private record Row(Map<String, String> cells) {
        OptionalDouble number(String column) {
            String cell = cells.get(column);
            return cell == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
        }

        OptionalDouble magnitude(String column) {
            return number(column).stream().filter(m -> m < 40).findFirst();
        }

        Epoch epoch() {
            return new Epoch(
                    cells.getOrDefault("name", ""),
                    "Chandra",
                    "ACIS",
                    Optional.empty(),
                    new SkyPosition(number("ra").orElseThrow(), number("dec").orElseThrow()),
                    Optional.empty(),
                    List.of(band("s", 0.5, 1.2), band("m", 1.2, 2), band("h", 2, 7)),
                    number("S_N"),
                    number("P_intra"),
                    number("P_inter"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            catalogue("gaia-dr3", 1, Map.of("Gmag", "G", "BPmag", "BP", "RPmag", "RP")),
                            catalogue("2mass", 2, Map.of("Jmag", "J", "Hmag", "H", "Kmag", "K")),
                            catalogue("allwise", 1, Map.of("W1mag", "W1", "W2mag", "W2", "W3mag", "W3"))),
                    Optional.empty());
        }

        private BandPhotometry band(String name, double lowKev, double highKev) {
            return new BandPhotometry(
                    name,
                    new EnergyBand(lowKev, highKev),
                    new Photometry.Flux(new Measurement(number("F" + name).orElseThrow(), number("e_F" + name))));
        }

        private Counterpart catalogue(String name, int precedence, Map<String, String> columns) {
            Map<String, Measurement> magnitudes = new HashMap<>();
            columns.forEach(
                    (column, band) -> number(column).ifPresent(value -> magnitudes.put(band, Measurement.of(value))));
            return new Counterpart(
                    name,
                    precedence,
                    OptionalDouble.empty(),
                    magnitudes,
                    name.startsWith("gaia") ? measurement("plx", "e_plx") : Optional.empty(),
                    name.startsWith("gaia") ? measurement("pm", "") : Optional.empty());
        }

        private Optional<Measurement> measurement(String value, String error) {
            return number(value).stream()
                    .mapToObj(v -> new Measurement(v, number(error)))
                    .findFirst();
        }
    }
}
