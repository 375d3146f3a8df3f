package io.lynceus.runtime.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.contracts.UnreadableJson;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.runtime.step.Outcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchReadingTest {
    private static int read(String text) {
        if (text.equals("{")) {
            throw new UnreadableJson("ends early", new IllegalStateException());
        }
        return Integer.parseInt(text);
    }

    @Test
    void eachRefusalStaysAtItsPlaceWithItsReason() {
        BatchReading<Integer> reading = BatchReading.of(List.of("1", "{", "x", "4"), BatchReadingTest::read);
        assertEquals(List.of(1, 4), reading.readable());
        assertEquals(
                List.of("one", "unreadable: ends early", "schema-violation: For input string: \"x\"", "four"),
                reading.inPlace(List.of("one", "four"), BatchReadingTest::words));
    }

    private static String words(Rejected rejected) {
        return rejected.reason().token() + ": " + rejected.detail();
    }

    @Test
    void aBatchOfRefusalsAloneIsABatch() {
        BatchReading<Integer> reading = BatchReading.of(List.of("{"), BatchReadingTest::read);
        assertEquals(List.of(), reading.readable());
        assertEquals(List.of("unreadable: ends early"), reading.inPlace(List.of(), BatchReadingTest::words));
    }

    @Test
    void resultsThatDoNotFitAreAFault() {
        BatchReading<Integer> reading = BatchReading.of(List.of("1", "2"), BatchReadingTest::read);
        assertThrows(RuntimeException.class, () -> reading.inPlace(List.of("one"), BatchReadingTest::words));
        assertThrows(
                RuntimeException.class, () -> reading.inPlace(List.of("one", "two", "three"), BatchReadingTest::words));
    }

    @Test
    void aRequestHasOneToAThousandDetections() {
        assertEquals(1000, DetectionBatch.read(body(1000)).size());
        for (byte[] body : List.of(body(0), body(1001), "{}".getBytes(StandardCharsets.UTF_8))) {
            Problem problem = assertThrows(Problem.class, () -> DetectionBatch.read(body));
            assertEquals(400, problem.document().status());
        }
    }

    private static byte[] body(int detections) {
        return IntStream.range(0, detections)
                .mapToObj(i -> "{\"id\": \"" + i + "\"}")
                .collect(java.util.stream.Collectors.joining(", ", "{\"detections\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
