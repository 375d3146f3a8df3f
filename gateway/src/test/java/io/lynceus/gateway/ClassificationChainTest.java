package io.lynceus.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.gateway.Outcome.Passed;
import io.lynceus.gateway.Outcome.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassificationChainTest {

    /// Each service appends its letter, and refuses documents that hold the letter in capitals.
    private static final class LetterServices implements DetectionServices {
        private final List<String> calls = new ArrayList<>();

        @Override
        public List<Outcome> crossmatch(List<JsonDocument> detections) {
            return append("x", detections);
        }

        @Override
        public List<Outcome> features(List<JsonDocument> enhanced, boolean history) {
            return append(history ? "h" : "f", enhanced);
        }

        @Override
        public List<Outcome> classify(List<JsonDocument> featured) {
            return append("c", featured);
        }

        @Override
        public Set<String> conflicts(List<JsonDocument> detections) {
            return Set.of();
        }

        private List<Outcome> append(String letter, List<JsonDocument> documents) {
            calls.add(letter + documents.size());
            return documents.stream()
                    .<Outcome>map(document -> document.toString().contains(letter.toUpperCase(Locale.ROOT))
                            ? new Refused(text("no-" + letter))
                            : new Passed(text(document + letter)))
                    .toList();
        }
    }

    private final LetterServices services = new LetterServices();
    private final ClassificationChain chain = new ClassificationChain(services);

    private static JsonDocument text(String text) {
        return JsonDocument.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String show(Outcome outcome) {
        return switch (outcome) {
            case Passed(JsonDocument document) -> document.toString();
            case Refused(JsonDocument problem) -> "refused " + problem;
        };
    }

    private List<String> classify(boolean history, String... detections) {
        List<Outcome> outcomes = List.of(detections).stream()
                .<Outcome>map(
                        detection -> detection.equals("bad") ? new Refused(text("bad")) : new Passed(text(detection)))
                .toList();
        return chain.classify(outcomes, history).stream()
                .map(ClassificationChainTest::show)
                .toList();
    }

    @Test
    void refusedDetectionsKeepTheirPlaceAndDoNotHoldUpOthers() {
        assertEquals(
                List.of("1xfc", "refused bad", "refused no-x", "refused no-f", "2xfc", "refused no-c"),
                classify(false, "1", "bad", "X", "F", "2", "C"));
    }

    @Test
    void eachServiceIsAskedOnceForAllThatGoOn() {
        classify(true, "1", "X", "2", "bad");
        assertEquals(List.of("x3", "h2", "c2"), services.calls);
    }

    @Test
    void nothingIsAskedWhereNothingGoesOn() {
        assertEquals(List.of("refused bad"), classify(false, "bad"));
        assertEquals(List.of(), services.calls);
    }
}
