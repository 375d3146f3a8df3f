package io.lynceus.standalone.demo;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.standalone.suite.SuitePorts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Follows the topic of classifications from its beginning, in a thread of its own until closed.
///
/// A detection that comes twice counts once, with its later association.
final class ClassificationWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, DetectionResult> byDetection = new ConcurrentHashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("classification-watch").unstarted(this::follow);
    private volatile boolean closed;

    private ClassificationWatch(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    static ClassificationWatch start(SuitePorts ports) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + ports.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.CLASSIFICATIONS.topicName()).stream()
                .map(ClassificationWatch::partition)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ClassificationWatch watch = new ClassificationWatch(consumer);
        watch.thread.start();
        return watch;
    }

    /// The results so far, by detection id.
    Map<String, DetectionResult> seen() {
        return Map.copyOf(byDetection);
    }

    int count() {
        return byDetection.size();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<String, byte[]> classified : consumer.poll(POLL)) {
                    if (classified.value() != null) {
                        byDetection.merge(
                                CloudEvent.detectionId(header(classified, CloudEvent.ID)),
                                seen(classified),
                                DetectionResult::or);
                    }
                }
            }
        }
    }

    private static DetectionResult seen(ConsumerRecord<String, byte[]> classified) {
        Instant entered = Instant.parse(header(classified, CloudEvent.TIME));
        return DetectionResult.of(
                classified.value(), Duration.between(entered, Instant.ofEpochMilli(classified.timestamp())));
    }

    private static String header(ConsumerRecord<String, byte[]> classified, String name) {
        return new String(classified.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
