package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SupervisedProcess;
import io.lynceus.testing.StreamProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Volunteers who vote through the gateway while the labels service is killed, and vote again until they are answered.
///
/// @param suite has classified some sources
record VotingFault(Suite suite, StreamProbe probe) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(100);
    private static final int VOLUNTEERS = 30;
    private static final int SOURCES = 20;
    private static final List<String> CLASSES = List.of("AGN", "Star", "XRB", "CV");

    /// @param asked how often until there was an answer
    private record Answered(String vote, int status, int asked) {}

    void killWhileVolunteersVote() throws Exception {
        List<String> sources = FaultsIT.column(suite, Service.LABELS, """
                SELECT source_id FROM subjects WHERE NOT retired AND known_class IS NULL
                ORDER BY source_id LIMIT\s""" + SOURCES);
        assertEquals(SOURCES, sources.size());
        AtomicInteger answers = new AtomicInteger();
        List<Answered> votes = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Answered>>> sessions = new ArrayList<>();
            for (int user = 0; user < VOLUNTEERS; user++) {
                sessions.add(people.submit(session(http, "fault-" + user, sources, answers)));
            }
            TopicWatch.await(() -> answers.get() > VOLUNTEERS * SOURCES / 4, LIMIT, () -> answers + " votes answered");
            FaultsIT.kill(labels());
            int outstanding = VOLUNTEERS * SOURCES - answers.get();
            assertTrue(outstanding > 0, "no vote was outstanding when labels was killed");
            System.out.println("killed labels with " + outstanding + " votes to come");
            for (Future<List<Answered>> session : sessions) {
                votes.addAll(session.get());
            }
            assertKept(votes, sources);
            for (int s = 0; s < SOURCES; s++) {
                assertTold(http, sources.get(s), CLASSES.get(s % CLASSES.size()));
            }
        }
        System.out.println(votes.size() + " votes, "
                + votes.stream().filter(vote -> vote.asked() > 1).count() + " sent more than once, "
                + votes.stream().filter(vote -> vote.status() == 200).count() + " kept without an answer");
    }

    private SupervisedProcess labels() {
        return suite.processes().stream()
                .filter(process -> process.name().equals(Service.LABELS.shortName()))
                .findFirst()
                .orElseThrow();
    }

    private Callable<List<Answered>> session(
            HttpClient http, String user, List<String> sources, AtomicInteger answers) {
        return () -> {
            List<Answered> votes = new ArrayList<>();
            for (int s = 0; s < SOURCES; s++) {
                votes.add(vote(http, user, sources.get(s), CLASSES.get(s % CLASSES.size())));
                answers.incrementAndGet();
            }
            return votes;
        };
    }

    private Answered vote(HttpClient http, String user, String source, String answer)
            throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/sources/" + source + "/votes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"" + user + "\",\"answer\":\"" + answer + "\"}"))
                .build();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (int asked = 1; ; asked++) {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() < 300) {
                return new Answered(source + " " + user + " " + answer, reply.statusCode(), asked);
            }
            assertEquals(
                    503, reply.statusCode(), () -> "to the vote of " + user + " for " + source + ": " + reply.body());
            assertTrue(System.nanoTime() < deadline, () -> "the vote of " + user + " for " + source + " is not taken");
            Thread.sleep(BEFORE_ASKING_AGAIN);
        }
    }

    private HttpRequest.Builder request(String path) {
        URI gateway = suite.uri(Service.GATEWAY);
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
    }

    /// Every answered vote once, each counted for its source, and nothing left to settle or to send.
    private void assertKept(List<Answered> votes, List<String> sources) throws SQLException {
        assertEquals(
                votes.stream().map(Answered::vote).sorted().toList(),
                FaultsIT.column(suite, Service.LABELS, """
                        SELECT source_id || ' ' || voter || ' ' || answer FROM votes WHERE voter LIKE 'fault-%'""").stream().sorted().toList());
        TopicWatch.await(
                () -> rows("SELECT source_id FROM subjects WHERE unsettled").isEmpty(),
                LIMIT,
                () -> "unsettled sources");
        TopicWatch.await(
                () -> rows("SELECT source_id FROM consensus_changes WHERE announced < revision")
                        .isEmpty(),
                LIMIT,
                () -> "changes of consensus that are not sent");
        assertEquals(List.of(), rows("""
                SELECT source_id FROM subjects JOIN votes USING (source_id)
                GROUP BY source_id HAVING subjects.votes <> count(*) OR NOT bool_and(counted)"""));
        assertEquals(List.of(), rows("""
                SELECT voter FROM volunteers
                WHERE voter LIKE 'fault-%' AND abs((SELECT sum(c) FROM unnest(counts) AS c) -\s""" + sources.size() + ") > 1e-6"));
    }

    private List<String> rows(String sql) {
        try {
            return FaultsIT.column(suite, Service.LABELS, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the door says of the source, and the last word on the topic, are what everybody voted.
    private void assertTold(HttpClient http, String source, String sourceClass)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request("/api/v1/sources/" + source + "/consensus").build(), BodyHandlers.ofByteArray());
        JsonNode consensus = Wire.tree(answer.body());
        assertEquals(sourceClass, consensus.path("class").textValue(), source);
        assertEquals(VOLUNTEERS, consensus.path("voters").intValue(), source);
        Map<String, ConsensusLabel> labels = new HashMap<>();
        for (ConsumerRecord<String, byte[]> sent : probe.readAll(Topic.CONSENSUS_LABELS.topicName())) {
            labels.put(sent.key(), Wire.read(sent.value(), ConsensusLabel.class));
        }
        assertEquals(sourceClass, labels.get(source).sourceClass(), source);
        assertEquals(Map.of(sourceClass, VOLUNTEERS), labels.get(source).votes(), source);
    }
}
