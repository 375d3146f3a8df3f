package io.lynceus.gateway.notices.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Notices written by the published field definitions of GCN's schemas; numbers by hand.
class NoticeKindsTest {
    private static final String WXT = """
            { "$schema": "https://gcn.nasa.gov/schema/v7.0.0/gcn/notices/einstein_probe/wxt/alert.schema.json",
              "instrument": "WXT", "trigger_time": "2025-03-04T05:06:07.5Z", "id": ["01709131999"],
              "ra": 150.5, "dec": -30.25, "position_a_error": 0.04, "image_energy_range": [0.5, 4],
              "net_count_rate": 0.5, "image_snr": 10 }""";

    private static final String MAXI = """
            { "$schema": "https://gcn.nasa.gov/schema/main/gcn/notices/maxi/gsc.unknown.schema.json",
              "mission": "MAXI", "instrument": "GSC", "alert_datetime": "2025-01-02T03:04:05Z",
              "alert_type": "initial", "alert_tense": "current", "trigger_time": "2025-01-02T02:00:00Z",
              "id": "9990001112", "ra": 10, "dec": 20, "ra_dec_error": [0.4, 0.3, 30],
              "systematic_included": true, "containment_probability": 0.9,
              "flux": 1.5e-9, "flux_error": 2e-10, "flux_spectral_band": [2, 4], "event_name": "GRB 250102A" }""";

    private final NoticeKinds kinds = NoticeKinds.shipped();

    @Test
    void anEinsteinProbeAlertIsADetectionWithAFluxFromItsCounts() {
        Detection detection = detection(WXT, notice -> {});

        assertEquals("ep-wxt-01709131999", detection.id());
        assertEquals("Einstein Probe", detection.mission());
        assertEquals("2025-03-04T05:06:07.5Z", detection.start());
        assertEquals(new Detection.Position(150.5, -30.25, 144, 144.0, 0.0, 0.9), detection.position());
        assertEquals(10, detection.signalToNoise());
        Detection.Band band = detection.bands().getFirst();
        assertEquals(0.5, band.lowKev());
        assertEquals(4, band.highKev());
        assertEquals(4.2e-10, band.fluxCgs(), 1e-20);
        assertEquals(4.2e-10 * Math.hypot(0.1, 0.2), band.fluxErrorCgs(), 1e-20);
    }

    @Test
    void theErrorOfFormerVersionsOfTheSchemaIsUnderstood() {
        Detection circle =
                detection(WXT, notice -> notice.put("ra_dec_error", 0.05).remove("position_a_error"));
        Detection ellipse = detection(MAXI, notice -> {});

        assertEquals(180, circle.position().errorMajorArcsec(), 1e-9);
        assertEquals(1440, ellipse.position().errorMajorArcsec(), 1e-9);
        assertEquals(1080, ellipse.position().errorMinorArcsec(), 1e-9);
        assertEquals(30, ellipse.position().errorAngleDeg());
        assertEquals(1.5e-9, ellipse.bands().getFirst().fluxCgs());
        assertEquals(2e-10, ellipse.bands().getFirst().fluxErrorCgs());
        assertEquals("GRB 250102A", ellipse.sourceName());
    }

    @Test
    void aSystematicErrorThatIsLeftOutIsAddedAtTheContainmentOfTheNotice() {
        Detection left = detection(MAXI, notice -> notice.put("systematic_included", false));
        Detection narrow = detection(MAXI, notice -> notice.put("systematic_included", false)
                .put("containment_probability", 0.3934693402873666));

        assertEquals(3600 * Math.hypot(0.4, 0.1), left.position().errorMajorArcsec(), 1e-9);
        // A 90% radius is 2.1460 standard deviations, one of 39.35% is one.
        assertEquals(3600 * Math.hypot(0.4, 0.1 / 2.145966), narrow.position().errorMajorArcsec(), 1e-3);
    }

    @Test
    void aRectangleIsTheEllipseInIt() {
        // 1.2 deg long at a position angle of 90 deg, 0.4 deg wide, on the equator.
        Detection detection = detection(MAXI, notice -> {
            notice.remove("ra_dec_error");
            notice.put("dec", 0);
            notice.set(
                    "rectangular_error_corners",
                    Wire.tree("[[9.4, 0.2], [10.6, 0.2], [10.6, -0.2], [9.4, -0.2]]".getBytes(StandardCharsets.UTF_8)));
        });

        assertEquals(0.6 * 3600, detection.position().errorMajorArcsec(), 1);
        assertEquals(0.2 * 3600, detection.position().errorMinorArcsec(), 1);
        assertEquals(90, detection.position().errorAngleDeg(), 1e-6);
    }

    @Test
    void aKnownSourceInMilliCrabHasTheCrabsFluxInItsBand() {
        Consumer<ObjectNode> known = notice -> {
            notice.put("$schema", "https://gcn.nasa.gov/schema/v6.1.0/gcn/notices/maxi/gsc.known.schema.json");
            notice.remove(List.of("flux", "flux_error", "flux_spectral_band", "ra_dec_error"));
            notice.put("source_flux", 1000).put("source_flux_error", 50).put("source_name", "Her X-1");
            notice.set("source_eband", Wire.tree("[2, 10]".getBytes(StandardCharsets.UTF_8)));
        };
        Detection detection = detection(MAXI, known);

        assertEquals("Her X-1", detection.sourceName());
        // 9.7 keV^-1 cm^-2 s^-1 at 1 keV, index 2.1: 2.16e-8 erg cm^-2 s^-1 from 2 to 10 keV.
        assertEquals(2.1556e-8, detection.bands().getFirst().fluxCgs(), 1e-12);
        assertEquals(1.0778e-9, detection.bands().getFirst().fluxErrorCgs(), 1e-13);
        assertEquals(0.2 * 3600, detection.position().errorMajorArcsec(), 1e-9, "MAXI's own where none is given");
    }

    @Test
    void aLaterIssueOfANoticeIsADetectionOfItsOwn() {
        assertEquals(
                "maxi-gsc-9990001112-2",
                detection(MAXI, notice -> notice.put("record_number", 2)).id());
    }

    @Test
    void aFaintAlertWithoutASignalToNoiseKeepsTheErrorOfTheConversion() {
        Detection detection = detection(WXT, notice -> notice.remove("image_snr"));

        assertNull(detection.signalToNoise());
        assertEquals(0.84e-10, detection.bands().getFirst().fluxErrorCgs(), 1e-20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alert_type | "retraction" | a retraction makes no detection
            alert_tense | "test" | alert_tense is test
            $schema | "https://gcn.nasa.gov/schema/gcn/notices/icecube/gold.schema.json" | einstein_probe/wxt/alert, maxi/gsc
            net_count_rate | null | net_count_rate is missing
            net_count_rate | "bright" | net_count_rate is "bright", must be a number
            position_a_error | null | neither position_a_error nor ra_dec_error [deg] is there
            ra | null | ra [deg] is missing
            dec | 95 | 95
            id | [] | id is missing
            containment_probability | 90 | containment_probability is 90.0, must lie in (0, 1)
            image_energy_range | [4, 0.5] | must be two rising energies [keV]
            """)
    void whatReportsNoSourceIsRefusedWithTheReason(String field, String value, String reason) {
        NoticeRefused refused = assertThrows(
                NoticeRefused.class,
                () -> detection(WXT, notice -> notice.set(field, Wire.tree(value.getBytes(StandardCharsets.UTF_8)))));

        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private Detection detection(String text, Consumer<ObjectNode> edit) {
        ObjectNode notice = (ObjectNode) Wire.tree(text.getBytes(StandardCharsets.UTF_8));
        edit.accept(notice);
        Detection detection = kinds.detection(notice);
        assertEquals(
                List.of(),
                new SchemaCheck(Topic.DETECTIONS.schema()).problems(Wire.tree(Wire.write(detection.withSchema()))));
        return detection;
    }
}
