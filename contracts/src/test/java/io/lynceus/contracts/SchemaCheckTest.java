package io.lynceus.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
    private final SchemaCheck check = new SchemaCheck(Topic.DETECTIONS.schema());

    private List<String> problems(Consumer<ObjectNode> edit) throws IOException {
        ObjectNode detection = (ObjectNode) Schemas.example(Topic.DETECTIONS.schema());
        edit.accept(detection);
        return check.problems(detection);
    }

    private static Consumer<ObjectNode> position(String field, double value) {
        return detection -> ((ObjectNode) detection.get("position")).put(field, value);
    }

    private static Consumer<ObjectNode> band(Consumer<ObjectNode> edit) {
        return detection -> edit.accept((ObjectNode) detection.get("bands").get(0));
    }

    @Test
    void valueOutOfRangeIsNamedWithRangeAndUnit() throws IOException {
        assertEquals(List.of("position.dec_deg is 95.0, must lie in [-90, 90] deg"), problems(position("dec_deg", 95)));
        assertEquals(
                List.of("position.error_major_arcsec is -1.0, must be > 0 and <= 36000 arcsec"),
                problems(position("error_major_arcsec", -1)));
        assertEquals(
                List.of("bands[0].flux_cgs is -1.0E-14, must lie in [0, 1] erg cm^-2 s^-1"),
                problems(band(band -> band.put("flux_cgs", -1e-14))));
    }

    @Test
    void missingFieldAndWrongTypeAreNamed() throws IOException {
        assertEquals(List.of("required field mission is missing"), problems(d -> d.remove("mission")));
        assertEquals(
                List.of("required field position.ra_deg is missing"),
                problems(d -> ((ObjectNode) d.get("position")).remove("ra_deg")));
        assertEquals(
                List.of("position.ra_deg is \"12\", must be number"),
                problems(d -> ((ObjectNode) d.get("position")).put("ra_deg", "12")));
        assertEquals(
                List.of("id has 201 characters, must have at most 200"), problems(d -> d.put("id", "x".repeat(201))));
    }

    @Test
    void detectionWithoutAnyFluxOrLimitIsRefused() throws IOException {
        List<String> problems = problems(d -> d.get("bands").forEach(band -> {
            ((ObjectNode) band).remove("flux_cgs");
            ((ObjectNode) band).putNull("upper_limit_cgs");
        }));
        assertEquals(List.of("bands: at least one band needs flux_cgs or upper_limit_cgs [erg cm^-2 s^-1]"), problems);
    }

    @Test
    void startThatIsNoInstantIsRefused() throws IOException {
        assertEquals(
                List.of("start is \"yesterday\", must be an ISO 8601 instant such as 2002-08-11T18:14:24Z"),
                problems(d -> d.put("start", "yesterday")));
    }

    /// No database can hold a NUL, and half of a surrogate pair is another text when it comes back.
    @ParameterizedTest
    @ValueSource(strings = {"x\0", "x\n", "\ud83d", "\ude80\ud83d"})
    void textThatCannotBeKeptIsRefused(String text) throws IOException {
        for (String field : List.of("id", "mission", "instrument", "source_name")) {
            assertEquals(
                    List.of(field + " has a control character or half of a surrogate pair: leave it out"),
                    problems(d -> d.put(field, text)));
        }
        assertEquals(
                List.of("bands[0].name has a control character or half of a surrogate pair: leave it out"),
                problems(band(band -> band.put("name", text))));
    }

    @Test
    void nameMayHaveAnyCharactersThatAreSome() throws IOException {
        assertEquals(List.of(), problems(d -> d.put("id", "源 µ '; -- \ud83d\ude80")));
    }

    @Test
    void unknownFieldIsToleratedBySchema() throws IOException {
        assertEquals(List.of(), problems(d -> d.put("from_the_future", 1)));
    }
}
