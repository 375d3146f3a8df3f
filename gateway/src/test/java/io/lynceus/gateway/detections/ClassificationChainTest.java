package io.lynceus.gateway.detections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.contracts.RawJson;
import io.lynceus.gateway.detections.HopResult.Passed;
import io.lynceus.gateway.detections.HopResult.Rejected;
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
        public List<HopResult> crossmatch(List<RawJson> detections) {
            return append("x", detections);
        }

        @Override
        public List<HopResult> features(List<RawJson> enhanced, boolean history) {
            return append(history ? "h" : "f", enhanced);
        }

        @Override
        public List<HopResult> classify(List<RawJson> featured) {
            return append("c", featured);
        }

        @Override
        public Set<String> conflicts(List<RawJson> detections) {
            return Set.of();
        }

        private List<HopResult> append(String letter, List<RawJson> documents) {
            calls.add(letter + documents.size());
            return documents.stream()
                    .<HopResult>map(document -> document.toString().contains(letter.toUpperCase(Locale.ROOT))
                            ? new Rejected(text("no-" + letter))
                            : new Passed(text(document + letter)))
                    .toList();
        }
    }

    private final LetterServices services = new LetterServices();
    private final ClassificationChain chain = new ClassificationChain(services);

    private static RawJson text(String text) {
        return RawJson.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String show(HopResult result) {
        return switch (result) {
            case Passed(RawJson document) -> document.toString();
            case Rejected(RawJson problem) -> "refused " + problem;
        };
    }

    private List<String> classify(boolean history, String... detections) {
        List<HopResult> outcomes = List.of(detections).stream()
                .<HopResult>map(
                        detection -> detection.equals("bad") ? new Rejected(text("bad")) : new Passed(text(detection)))
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
