package io.lynceus.standalone;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the topics of the stream from their beginning, as they grow, and remembers a digest of what each holds for
/// each detection.
final class TopicWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<Topic, Map<String, String>> digests = new EnumMap<>(Topic.class);
    private final Map<String, Topic> topics = new HashMap<>();
    private final Set<String> conflicts = new HashSet<>();
    private final Thread reader;
    private int repeats;
    private volatile boolean closed;

    TopicWatch(String bootstrapServers, Set<Topic> watched) {
        for (Topic topic : watched) {
            topics.put(topic.topicName(), topic);
            digests.put(topic, new HashMap<>());
        }
        reader = Thread.ofPlatform().daemon().name("topic-watch").start(() -> read(bootstrapServers));
    }

    private void read(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(POLL).forEach(this::remember);
            }
        }
    }

    private synchronized void remember(ConsumerRecord<String, byte[]> message) {
        Topic topic = topics.get(message.topic());
        Map<String, String> known = digests.get(topic);
        if (known == null) {
            throw new IllegalStateException("not watched: " + message.topic());
        }
        String id = new String(message.headers().lastHeader(CloudEvent.ID).value(), StandardCharsets.UTF_8);
        String digest = message.value() == null ? "tombstone" : digest(message.value());
        String earlier = known.putIfAbsent(id, digest);
        if (earlier != null) {
            repeats++;
            if (!earlier.equals(digest)) {
                conflicts.add(message.topic() + " " + id);
            }
        }
    }

    /// Ids of the detections on a topic so far, under whichever revision of their association.
    synchronized Set<String> ids(Topic topic) {
        return digests.getOrDefault(topic, Map.of()).entrySet().stream()
                .filter(record -> !record.getValue().equals("tombstone"))
                .map(record -> CloudEvent.detectionId(record.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Detections that were associated anew.
    synchronized long reassociated(Topic topic) {
        return digests.getOrDefault(topic, Map.of()).keySet().stream()
                .filter(id -> !CloudEvent.detectionId(id).equals(id))
                .count();
    }

    /// Detections whose repeats on a topic differ.
    synchronized Set<String> conflicts() {
        return Set.copyOf(conflicts);
    }

    synchronized int repeats() {
        return repeats;
    }

    /// @throws AssertionError when the topic does not hold that many detections within the limit
    void await(Topic topic, int detections, Duration limit) {
        await(
                () -> ids(topic).size() >= detections,
                limit,
                () -> topic.topicName() + " holds " + ids(topic).size() + " of " + detections + " detections");
    }

    static void await(BooleanSupplier condition, Duration limit, Supplier<String> state) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + limit + ": " + state.get());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String digest(byte[] value) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
    }
}
