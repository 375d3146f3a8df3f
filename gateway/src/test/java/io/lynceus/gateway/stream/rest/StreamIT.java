package io.lynceus.gateway.stream.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.stream.StreamEvent;
import io.lynceus.sky.SkyPosition;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class StreamIT {
    private static final long LIMIT_S = 30;
    private static final int FLOOD = 20_000;

    /// An offset that no record of these tests has.
    private static final long FAR = 1_000_000;

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

    /// Breaks the connection.
    private void leave() {
        client.shutdownNow();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        probe.close();
    }

    private BlockingQueue<String> listen(String query, String... headers) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stream + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        client.sendAsync(request.build(), BodyHandlers.ofLines()).thenAccept(response -> {
            assertEquals(200, response.statusCode());
            response.body().forEach(lines::add);
        });
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

    private static String classified(String sourceId, String sourceClass, double outlierMeasure) {
        ObjectNode classified = (ObjectNode) Peers.example(Topic.CLASSIFICATIONS.schema());
        ((ObjectNode) classified.at("/featured/enhanced/source")).put("id", sourceId);
        ((ObjectNode) classified.get("classification"))
                .put("class", sourceClass)
                .put("outlier_measure", outlierMeasure);
        return new String(Wire.write(classified), StandardCharsets.UTF_8);
    }

    private void send(String sourceId, String sourceClass, double outlierMeasure) {
        probe.send(Topic.CLASSIFICATIONS.topicName(), sourceId, classified(sourceId, sourceClass, outlierMeasure));
    }

    private void sendMany(String prefix, int from, int to) {
        probe.sendAll(IntStream.range(from, to)
                .mapToObj(i -> new ProducerRecord<>(
                        Topic.CLASSIFICATIONS.topicName(),
                        prefix + i,
                        classified(prefix + i, prefix, 1).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static JsonNode nextHeard(BlockingQueue<String> lines) throws InterruptedException {
        return Wire.tree(awaitLine(lines, "data:").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void classificationIsHeardAsItArrives() throws InterruptedException {
        BlockingQueue<String> lines = listen("");
        probe.send(new ProducerRecord<>(
                Topic.CLASSIFICATIONS.topicName(),
                null,
                "lx-heard",
                classified("lx-heard", "CV", 2.5).getBytes(StandardCharsets.UTF_8),
                List.of(new RecordHeader(CloudEvent.TIME, "2026-11-01T12:00:00Z".getBytes(StandardCharsets.UTF_8)))));
        assertTrue(awaitLine(lines, "id:").matches("\\d+(\\.\\d+){5}"));
        JsonNode event = nextHeard(lines);
        assertEquals("lx-heard", event.path("source_id").asText());
        assertEquals("CV", event.path("class").asText());
        assertEquals("example-1", event.path("detection_id").asText());
        assertEquals("2026-11-01T12:00:00Z", event.path("entered_at").asText());
        assertTrue(Instant.parse(event.path("classified_at").asText()).isAfter(Instant.parse("2026-11-01T12:00:00Z")));
        assertTrue(event.path("alerts").isArray());
    }

    @Test
    void filteredListenerHearsItsClassAndOutliersOnly() throws InterruptedException {
        BlockingQueue<String> lines = listen("?class=XRB&min_outlier=6");
        send("lx-star", "Star", 9);
        send("lx-usual", "XRB", 1);
        send("lx-rare", "XRB", 7);
        assertEquals("lx-rare", nextHeard(lines).path("source_id").asText());
    }

    @Test
    void listenerOfAlertsHearsNothingElse() throws InterruptedException {
        ObjectNode outlier =
                (ObjectNode) Wire.tree(classified("lx-strange", "AGN", 30).getBytes(StandardCharsets.UTF_8));
        ((ObjectNode) outlier.get("classification")).put("outlier_false_alarm", 0.001);
        BlockingQueue<String> lines = listen("?alert=outlier&alert=tde");
        send("lx-ordinary", "AGN", 1);
        probe.send(
                Topic.CLASSIFICATIONS.topicName(),
                "lx-strange",
                new String(Wire.write(outlier), StandardCharsets.UTF_8));
        JsonNode event = nextHeard(lines);
        assertEquals("lx-strange", event.path("source_id").asText());
        assertEquals("[\"outlier\"]", event.path("alerts").toString());
    }

    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() throws Exception {
        BlockingQueue<String> lines = listen("?class=back-");
        sendMany("back-", 0, 5);
        for (int i = 0; i < 4; i++) {
            awaitLine(lines, "data:");
        }
        String last = awaitLine(lines, "id:");
        Set<String> heard =
                new HashSet<>(Set.of(nextHeard(lines).path("source_id").asText()));
        leave();
        sendMany("back-", 5, 20);
        BlockingQueue<String> again = listen("?class=back-", "Last-Event-ID", last);
        sendMany("back-", 20, 25);
        for (int i = 5; i < 25; i++) {
            assertTrue(heard.add(nextHeard(again).path("source_id").asText()));
        }
        assertTrue(heard.containsAll(
                IntStream.range(5, 25).mapToObj(i -> "back-" + i).toList()));
    }

    /// The connection breaks again and again while much is sent.
    @Test
    void noEventIsLostOrRepeatedByBrokenConnections() throws Exception {
        int events = 3000;
        BlockingQueue<String> lines = listen("?class=broken-");
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < events; i += 50) {
                sendMany("broken-", i, i + 50);
            }
        });
        List<String> heard = new ArrayList<>();
        String last = "";
        while (heard.size() < events) {
            int until = heard.size() + 200;
            while (heard.size() < Math.min(until, events)) {
                last = awaitLine(lines, "id:");
                String line = awaitLine(lines, "");
                while (!line.startsWith("data:")) {
                    last = line.startsWith("id:")
                            ? line.substring("id:".length()).strip()
                            : last;
                    line = awaitLine(lines, "");
                }
                heard.add(Wire.tree(line.substring("data:".length()).getBytes(StandardCharsets.UTF_8))
                        .path("source_id")
                        .asText());
            }
            leave();
            lines = listen("?class=broken-", "Last-Event-ID", last);
        }
        sender.join();
        assertEquals(events, Set.copyOf(heard).size());
    }

    @Test
    void whoWasAwayForLongHearsThatSomethingWasSkipped() throws Exception {
        sendMany("long-", 0, 4500);
        BlockingQueue<String> lines = listen("?class=long-", "Last-Event-ID", "0");
        assertEquals("gap", awaitLine(lines, "event:"));
        assertTrue(nextHeard(lines).path("skipped").asInt() > 0);
        assertTrue(nextHeard(lines).path("source_id").asText().startsWith("long-"));
    }

    @Test
    void whatIsNoPlaceOnTheStreamIsRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(stream).header("Last-Event-ID", "0:17").build(), BodyHandlers.ofString());
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("'0:17' is no place on the stream"));
        answer = client.send(
                HttpRequest.newBuilder(URI.create(stream + "?alert=nova")).build(), BodyHandlers.ofString());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("must be one of outlier, variable, ulx, tde"));
    }

    @Test
    void backlogCountsWhatTheServicesHaveNotDone() throws Exception {
        probe.send(Topic.DETECTIONS.topicName(), "cell", "{}");
        JsonNode stages = Wire.tree(client.send(
                                HttpRequest.newBuilder(URI.create(stream + "/backlog"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body()
                        .getBytes(StandardCharsets.UTF_8))
                .path("stages");
        assertEquals(
                List.of("crossmatch-service", "feature-service", "classifier-service"),
                stages.findValuesAsText("service"));
        assertTrue(stages.get(0).path("waiting").asLong() >= 1);
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
            String data = "x".repeat(1000);
            for (int i = 0; i < FLOOD; i++) {
                broadcast.publish(event(FAR + i, "AGN", data));
            }
            broadcast.publish(event(FAR + FLOOD, "CV", "{\"source_id\": \"lx-after-the-flood\"}"));
            assertEquals(
                    "lx-after-the-flood", nextHeard(lines).path("source_id").asText());
            awaitListeners(1);
        }
    }

    private static StreamEvent event(long offset, String sourceClass, String data) {
        return new StreamEvent(0, offset, sourceClass, 1, 1, "Chandra", new SkyPosition(0, 0), Set.of(), data);
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
