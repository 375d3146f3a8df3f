package io.lynceus.gateway.vo.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FluxInBandTest {
    private static Optional<FluxInBand> of(String bands) {
        return FluxInBand.of(Wire.tree(bands.getBytes(StandardCharsets.UTF_8)));
    }

    private static String band(double low, double high, String flux) {
        return "{\"low_kev\": " + low + ", \"high_kev\": " + high + ", " + flux + "}";
    }

    @Test
    void bandsThatMeetAreAddedAndTheirErrorsInQuadrature() {
        assertEquals(
                Optional.of(new FluxInBand(0.5, 7, 6, 5.0)),
                of("[" + band(2, 7, "\"flux_cgs\": 4, \"flux_error_cgs\": 4") + ","
                        + band(0.5, 2, "\"flux_cgs\": 2, \"flux_error_cgs\": 3") + "]"));
    }

    @Test
    void bandThatCoversTheOthersCountsAlone() {
        assertEquals(
                Optional.of(new FluxInBand(0.2, 12, 9, 1.0)),
                of("[" + band(0.2, 2, "\"flux_cgs\": 2") + ","
                        + band(0.2, 12, "\"flux_cgs\": 9, \"flux_error_cgs\": 1") + ","
                        + band(2, 12, "\"flux_cgs\": 4") + "]"));
    }

    @Test
    void sumWithoutOneErrorHasNone() {
        assertEquals(
                Optional.of(new FluxInBand(0.5, 7, 6, null)),
                of("[" + band(0.5, 2, "\"flux_cgs\": 2, \"flux_error_cgs\": 3") + "," + band(2, 7, "\"flux_cgs\": 4")
                        + "]"));
    }

    @Test
    void limitIsNoFlux() {
        assertEquals(
                Optional.of(new FluxInBand(0.5, 2, 2, null)),
                of("[" + band(0.5, 2, "\"flux_cgs\": 2") + "," + band(2, 7, "\"upper_limit_cgs\": 4") + "]"));
    }

    @Test
    void bandsWithAGapOrAnOverlapAreNotAdded() {
        assertEquals(
                Optional.empty(),
                of("[" + band(0.5, 1, "\"flux_cgs\": 2") + "," + band(2, 7, "\"flux_cgs\": 4") + "]"));
        assertEquals(
                Optional.empty(),
                of("[" + band(0.5, 3, "\"flux_cgs\": 2") + "," + band(2, 7, "\"flux_cgs\": 4") + "]"));
        assertEquals(Optional.empty(), of("[]"));
    }
}
