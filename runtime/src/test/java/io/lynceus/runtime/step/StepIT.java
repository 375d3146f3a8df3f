package io.lynceus.runtime.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.storage.StorageFault;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TIME = "2026-01-02T03:04:05Z";

    private final String run = UUID.randomUUID().toString();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final String servers = SharedEngines.ofThisJvm().bootstrapServers();
    private final StreamProbe probe = new StreamProbe(servers);
    private RecordSender sender;

    @BeforeEach
    void connect() {
        sender = new RecordSender(Map.of("bootstrap.servers", servers), metrics);
    }

    @AfterEach
    void disconnect() {
        sender.close();
        probe.close();
    }

    private void run(int records, StepWork work) {
        String topic = Topic.DETECTIONS.topicName();
        List<ConsumerRecord<String, byte[]>> batch =
                IntStream.range(0, records).mapToObj(i -> record(topic, i)).toList();
        new Step("test", work, sender, metrics)
                .run(new ConsumerRecords<>(Map.of(new TopicPartition(topic, 3), batch), Map.of()));
    }

    /// A batch of one record with this value, the process being ended as told.
    private void run(byte[] value, StepWork work, Runnable endProcess) {
        String topic = Topic.DETECTIONS.topicName();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 3, 7, run, value);
        new Step("test", work, sender, metrics, endProcess)
                .run(new ConsumerRecords<>(Map.of(new TopicPartition(topic, 3), List.of(record)), Map.of()));
    }

    private static byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    private ConsumerRecord<String, byte[]> letter() {
        return probe.await("detections-dlq", LIMIT, all -> all.stream().anyMatch(one -> run.equals(one.key()))).stream()
                .filter(one -> run.equals(one.key()))
                .findFirst()
                .orElseThrow();
    }

    private static void processMustNotEnd() {
        throw new AssertionError("the process was ended");
    }

    @Test
    void largestRecordThatTheBrokerTakesOfAnybodyGoesToTheDeadLettersWhole() {
        byte[] value = bytes(1_048_456);
        run(
                value,
                batch -> List.of(new Published(Topic.ENHANCED_DETECTIONS, run, "id", bytes(3 * 1024 * 1024))),
                StepIT::processMustNotEnd);
        assertArrayEquals(value, letter().value());
        assertEquals("processing-failed", header(letter(), DeadLetterHeaders.REASON));
    }

    @Test
    void valueTooLargeForTheDeadLettersIsReplacedByItsDigestAndPlace() throws Exception {
        byte[] value = bytes(17 * 1024 * 1024);
        run(value, batch -> List.of(new Rejected(Reason.INVALID, "too long")), StepIT::processMustNotEnd);
        ConsumerRecord<String, byte[]> letter = letter();
        assertEquals(
                "sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(value)),
                StreamProbe.text(letter));
        assertEquals(Integer.toString(value.length), header(letter, DeadLetterHeaders.BYTES));
        assertEquals("7", header(letter, DeadLetterHeaders.OFFSET));
        assertEquals("schema-violation", header(letter, DeadLetterHeaders.REASON));
    }

    @Test
    void interruptionDuringTheWorkDecidesNothingAboutItsRecord() {
        assertThrows(
                IllegalStateException.class,
                () -> run(
                        new byte[1],
                        batch -> {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("interrupted", new InterruptedException());
                        },
                        StepIT::processMustNotEnd));
        assertTrue(Thread.interrupted());
        assertTrue(probe.readAll("detections-dlq").stream().noneMatch(one -> run.equals(one.key())));
    }

    @Test
    void errorThatNothingHandlesEndsTheProcessSoThatItIsStartedAgain() {
        List<String> ended = new ArrayList<>();
        assertThrows(
                StackOverflowError.class,
                () -> run(
                        new byte[1],
                        batch -> {
                            throw new StackOverflowError("too deep");
                        },
                        () -> ended.add("ended")));
        assertEquals(List.of("ended"), ended);
    }

    private ConsumerRecord<String, byte[]> record(String topic, int i) {
        byte[] value = (run + "-" + i).getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 3, i, "key", value);
        record.headers().add(CloudEvent.TIME, TIME.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String text(InboundRecord record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static Outcome published(InboundRecord record) {
        return new Published(Topic.ENHANCED_DETECTIONS, "lx-1", "id of " + text(record), record.value());
    }

    private List<ConsumerRecord<String, byte[]>> mine(String topic, int expected) {
        return probe
                .await(topic, LIMIT, all -> all.stream().filter(this::isMine).count() >= expected)
                .stream()
                .filter(this::isMine)
                .toList();
    }

    private boolean isMine(ConsumerRecord<String, byte[]> record) {
        return StreamProbe.text(record).startsWith(run);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "absent" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void publishedRecordCarriesTheDetectionsIdAndTheTimeItEntered() {
        run(1, batch -> List.of(published(batch.getFirst())));
        ConsumerRecord<String, byte[]> record = mine("enhanced-detections", 1).getFirst();
        assertEquals("lx-1", record.key());
        assertEquals("id of " + run + "-0", header(record, "ce_id"));
        assertEquals(TIME, header(record, "ce_time"));
        assertEquals("io.lynceus.enhanced-detection.v1", header(record, "ce_type"));
        assertEquals("/lynceus/test", header(record, "ce_source"));
        assertEquals("1.0", header(record, "ce_specversion"));
    }

    @Test
    void rejectedRecordGoesToTheDeadLettersAsReceivedWithReasonAndOrigin() {
        run(
                3,
                batch -> List.of(
                        published(batch.get(0)),
                        new Rejected(Reason.INVALID, "position.dec_deg is 95, must lie in [-90, 90] deg"),
                        new Absorbed()));
        ConsumerRecord<String, byte[]> letter = mine("detections-dlq", 1).getFirst();
        assertEquals(run + "-1", StreamProbe.text(letter));
        assertEquals("key", letter.key());
        assertEquals("schema-violation", header(letter, DeadLetterHeaders.REASON));
        assertEquals("position.dec_deg is 95, must lie in [-90, 90] deg", header(letter, DeadLetterHeaders.DETAIL));
        assertEquals("detections", header(letter, DeadLetterHeaders.TOPIC));
        assertEquals("3", header(letter, DeadLetterHeaders.PARTITION));
        assertEquals("1", header(letter, DeadLetterHeaders.OFFSET));
        assertEquals(1, mine("enhanced-detections", 1).size());
        assertEquals(1, metrics.counter("test_records", "outcome", "absorbed").count());
    }

    @Test
    void passingFaultIsRetriedUntilItHasPassed() {
        List<Integer> attempts = new ArrayList<>();
        run(2, batch -> {
            attempts.add(batch.size());
            if (attempts.size() < 3) {
                throw new StorageFault("server is starting up", "57P03", null);
            }
            return batch.stream().map(StepIT::published).toList();
        });
        assertEquals(List.of(2, 2, 2), attempts);
        assertEquals(2, mine("enhanced-detections", 2).size());
        assertTrue(probe.readAll("detections-dlq").stream().noneMatch(this::isMine));
    }

    @Test
    void recordThatBreaksTheBatchGoesToTheDeadLettersAloneAndTheOthersGoOn() {
        run(9, batch -> batch.stream()
                .map(record -> {
                    if (record.offset() == 5) {
                        throw new IllegalStateException("cannot digest offset 5");
                    }
                    return published(record);
                })
                .toList());
        assertEquals(
                8,
                mine("enhanced-detections", 8).stream()
                        .map(StreamProbe::text)
                        .distinct()
                        .count());
        List<ConsumerRecord<String, byte[]>> letters = mine("detections-dlq", 1);
        assertEquals(
                List.of(run + "-5"), letters.stream().map(StreamProbe::text).toList());
        assertEquals("processing-failed", header(letters.getFirst(), DeadLetterHeaders.REASON));
        assertEquals("cannot digest offset 5", header(letters.getFirst(), DeadLetterHeaders.DETAIL));
    }

    @Test
    void interruptedRetryEndsWithAnErrorSoThatNothingIsCommitted() {
        Thread.currentThread().interrupt();
        assertThrows(
                org.apache.kafka.common.errors.InterruptException.class,
                () -> run(1, batch -> {
                    throw new StorageFault("away", "08006", null);
                }));
        assertTrue(Thread.interrupted());
    }
}
