package io.lynceus.feature.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Schema;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.features.FeatureExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnhancedDetectionCodecTest {
    private final JsonDetectionFormat format = new JsonDetectionFormat();

    @Test
    void theExampleOfTheContractBecomesAnEpoch() {
        Arrival arrival = format.read(example());
        Epoch epoch = arrival.epoch();

        assertEquals("lx-gezdgnbvgy3t", arrival.sourceId());
        assertEquals("example-1", epoch.detectionId());
        assertEquals(
                new Photometry.Flux(Measurement.of(4.1e-15, 8e-16)),
                epoch.bands().getFirst().photometry());
        assertEquals(
                new Photometry.UpperLimit(2e-14, 0.997), epoch.bands().getLast().photometry());
        assertEquals(
                Measurement.of(20.4),
                epoch.counterparts().getFirst().magnitudes().get("BP"));
        assertTrue(epoch.interObservationVariability().isEmpty());
    }

    @Test
    void whatGoesOnTheTopicObeysItsSchemaAndEmbedsWhatCame() {
        byte[] enhanced = example();
        byte[] featured = format.featured(
                enhanced,
                new FeatureExtractor(RulesFile.shipped())
                        .features(List.of(format.read(enhanced).epoch())),
                7);

        assertEquals(List.of(), new SchemaCheck(Topic.FEATURED_DETECTIONS.schema()).problems(Wire.tree(featured)));
        assertTrue(new String(featured, StandardCharsets.UTF_8)
                .contains(",\"enhanced\":" + new String(enhanced, StandardCharsets.UTF_8) + ",\"revision\":7"));
    }

    @Test
    void aFluxOfZeroYieldsToItsUpperLimit() {
        Epoch epoch = read("\"flux_cgs\":4.1E-15,", "\"flux_cgs\":0,\"upper_limit_cgs\":9e-15,");

        assertEquals(
                new Photometry.UpperLimit(9e-15, 0.997),
                epoch.bands().getFirst().photometry());
    }

    @Test
    void anEntryThatIsNotTheMostProbableIsNoCounterpart() {
        assertEquals(List.of(), read("\"best\":true", "\"best\":false").counterparts());
    }

    @Test
    void impossibleValuesAreRefusedByNameValueAndUnit() {
        assertRefused("\"ra_deg\":150.1163", "\"ra_deg\":450", "450");
        assertRefused("\"error_major_arcsec\":1.2", "\"error_major_arcsec\":-1.2", "-1.2");
        assertRefused("\"flux_error_cgs\":8.0E-16", "\"flux_error_cgs\":-8e-16", "-8.0E-16");
        assertRefused("\"start\":\"2010-03-04T05:06:07Z\"", "\"start\":\"yesterday\"", "yesterday");
        assertRefused("\"mission\":\"Chandra\",", "", "mission");
    }

    @Test
    void whatIsNoEnhancedDetectionIsUnreadable() {
        for (String bytes : List.of("", "{", "[]", "null", "{\"$schema\":1e999}", "{\"detection\":NaN}")) {
            assertThrows(
                    RuntimeException.class, () -> format.read(bytes.getBytes(StandardCharsets.UTF_8)), () -> bytes);
        }
        assertThrows(UnreadableJson.class, () -> format.read("{".getBytes(StandardCharsets.UTF_8)));
    }

    private void assertRefused(String from, String to, String named) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(from, to));
        assertTrue(String.valueOf(refused.getMessage()).contains(named), refused::getMessage);
    }

    private Epoch read(String from, String to) {
        String json = new String(example(), StandardCharsets.UTF_8);
        assertTrue(json.contains(from), () -> from + " is not in " + json);
        return format.read(json.replace(from, to).getBytes(StandardCharsets.UTF_8))
                .epoch();
    }

    /// The contract's example, on one line.
    private static byte[] example() {
        Schema schema = Topic.ENHANCED_DETECTIONS.schema();
        try (InputStream json = Objects.requireNonNull(Schema.class.getResourceAsStream(schema.example()))) {
            return Wire.write(Wire.tree(json.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
