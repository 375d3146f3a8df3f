package io.lynceus.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.Broadcast;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.StreamEvent;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class StreamIT {
    private static final long LIMIT_S = 30;
    private static final int FLOOD = 20_000;

    @Inject
    Broadcast broadcast;

    @TestHTTPResource("/api/v1/stream")
    URI stream;

    private HttpClient client;
    private StreamProbe probe;

    @BeforeEach
    void open() {
        client = HttpClient.newHttpClient();
        probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        probe.close();
    }

    private BlockingQueue<String> listen(String query) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        client.sendAsync(HttpRequest.newBuilder(URI.create(stream + query)).build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
        awaitLine(lines, ":");
        return lines;
    }

    private static String awaitLine(BlockingQueue<String> lines, String start) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (System.nanoTime() < deadline) {
            String line = lines.poll(LIMIT_S, TimeUnit.SECONDS);
            if (line != null && line.startsWith(start)) {
                return line.substring(start.length()).strip();
            }
        }
        throw new AssertionError("no line '" + start + "...' within " + LIMIT_S + " s");
    }

    private void classified(String sourceId, String sourceClass, double outlierMeasure) {
        ObjectNode classified = (ObjectNode) Peers.example(Topic.CLASSIFICATIONS.schema());
        ((ObjectNode) classified.at("/featured/enhanced/source")).put("id", sourceId);
        ((ObjectNode) classified.get("classification"))
                .put("class", sourceClass)
                .put("outlier_measure", outlierMeasure);
        probe.send(
                Topic.CLASSIFICATIONS.topicName(),
                sourceId,
                new String(Wire.write(classified), StandardCharsets.UTF_8));
    }

    /// Sends until something is heard: the consumer reads from the end of the topic as it finds it, so the first
    /// records
    /// can pass it by.
    private static JsonNode firstHeard(BlockingQueue<String> lines, Runnable send) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (System.nanoTime() < deadline) {
            send.run();
            String line = lines.poll(1, TimeUnit.SECONDS);
            for (; line != null && !line.startsWith(":"); line = lines.poll(1, TimeUnit.SECONDS)) {
                if (line.startsWith("data:")) {
                    return Wire.tree(line.substring("data:".length()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("nothing heard within " + LIMIT_S + " s");
    }

    @Test
    void classificationIsHeardAsItArrives() throws InterruptedException {
        BlockingQueue<String> lines = listen("");
        JsonNode event = firstHeard(lines, () -> classified("lx-heard", "CV", 2.5));
        assertEquals("lx-heard", event.path("source_id").asText());
        assertEquals("CV", event.path("class").asText());
        assertEquals("example-1", event.path("detection_id").asText());
        classified("lx-again", "CV", 2.5);
        assertTrue(awaitLine(lines, "id:").matches("\\d+:\\d+"));
    }

    @Test
    void filteredListenerHearsItsClassAndOutliersOnly() throws InterruptedException {
        BlockingQueue<String> lines = listen("?class=XRB&min_outlier=6");
        JsonNode event = firstHeard(lines, () -> {
            classified("lx-star", "Star", 9);
            classified("lx-usual", "XRB", 1);
            classified("lx-rare", "XRB", 7);
        });
        assertEquals("lx-rare", event.path("source_id").asText());
    }

    @Test
    void signOfLifeComesWithoutEvents() throws InterruptedException {
        BlockingQueue<String> lines = listen("?class=nothing");
        assertEquals("alive", awaitLine(lines, ":"));
    }

    @Test
    void clientThatDoesNotReadHoldsNobodyUpAndIsLetGo() throws Exception {
        BlockingQueue<String> lines = listen("?class=CV");
        awaitListeners(1);
        try (Socket deaf = new Socket(stream.getHost(), stream.getPort())) {
            deaf.getOutputStream()
                    .write("GET /api/v1/stream HTTP/1.1\r\nHost: lynceus\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            awaitListeners(2);
            JsonDocument data = JsonDocument.of(new byte[1000]);
            for (int i = 0; i < FLOOD; i++) {
                broadcast.publish(new StreamEvent("0:" + i, "AGN", 1, data));
            }
            broadcast.publish(new StreamEvent("1:0", "CV", 1, JsonDocument.of("{}".getBytes(StandardCharsets.UTF_8))));
            assertEquals("1:0", awaitLine(lines, "id:"));
            awaitListeners(1);
        }
    }

    /// Those of the tests before leave as soon as the server sees that their connections are gone.
    private void awaitListeners(int number) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (broadcast.listeners() != number) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(broadcast.listeners() + " listeners instead of " + number);
            }
            Thread.onSpinWait();
        }
    }
}
