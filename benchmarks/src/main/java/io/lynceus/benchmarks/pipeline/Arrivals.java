package io.lynceus.benchmarks.pipeline;

import io.lynceus.contracts.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Records when each detection leaves a pipeline, in a thread of its own until closed. A repeat is not counted.
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> reader;
    private final Map<String, Duration> latencies = new ConcurrentHashMap<>();
    private final Thread follower = Thread.ofPlatform().daemon().unstarted(this::follow);
    private volatile boolean closed;

    Arrivals(String bootstrapServers, String topic) {
        reader = KafkaClients.reader(bootstrapServers, topic);
        follower.start();
    }

    private void follow() {
        try (reader) {
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    Instant entered = Instant.parse(header(record, CloudEvent.TIME));
                    latencies.putIfAbsent(
                            CloudEvent.detectionId(header(record, CloudEvent.ID)),
                            Duration.between(entered, Instant.now()));
                }
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /// Returns when all of these detections have left the pipeline.
    ///
    /// @throws IllegalStateException where some have not within the limit
    void await(Collection<PreparedDetection> messages, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (PreparedDetection message : messages) {
            while (!latencies.containsKey(message.id())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(message.id() + " has not come out within " + limit);
                }
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }

    /// From the moment each was sent until it was read here.
    Latencies of(Collection<PreparedDetection> messages) {
        return new Latencies(messages.stream()
                .map(message -> Objects.requireNonNull(latencies.get(message.id())))
                .toList());
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        follower.join();
    }
}
