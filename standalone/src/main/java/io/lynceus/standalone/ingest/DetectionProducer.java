package io.lynceus.standalone.ingest;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.engines.EngineFailure;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.suite.SuitePorts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Puts detections on the topic [Topic#DETECTIONS], straight to Kafka rather than through `POST /api/v1/detections`: a
/// survey of a million rows then costs no HTTP.
///
/// The sender must make the gateway's checks itself: [MappedRow#detection] makes no detection that breaks the contract.
/// Safe for use by many threads.
public final class DetectionProducer implements AutoCloseable {
    /// The broker is restarted in less where it dies.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /// @param ports of the suite, whose Kafka takes the detections
    /// @throws EngineFailure where no Kafka answers there
    public DetectionProducer(SuitePorts ports) {
        String server = "127.0.0.1:" + ports.kafka();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        server,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        LONGEST_WAIT.toMillis(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            var unused = producer.partitionsFor(Topic.DETECTIONS.topicName());
        } catch (TimeoutException e) {
            producer.close(Duration.ZERO);
            throw new EngineFailure("no Kafka answers at " + server + ": is the suite up (./lynceus up)?", e);
        }
    }

    /// Sends a detection; acknowledged at the latest when [#flush] returns.
    public void send(Detection detection) {
        throwFailure();
        byte[] json = Wire.write(detection.withSchema());
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(Topic.DETECTIONS.topicName(), key(detection), json);
        new CloudEvent(detection.id(), "/lynceus/ingest", Topic.DETECTIONS.eventType(), Instant.now())
                .headers()
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(sent, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /// Returns when all that was sent is acknowledged.
    ///
    /// @throws IllegalStateException where something was not
    public void flush() {
        producer.flush();
        throwFailure();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void throwFailure() {
        Exception e = failure.get();
        if (e != null) {
            throw new IllegalStateException("Kafka did not take a detection: " + e.getMessage(), e);
        }
    }

    private static String key(Detection detection) {
        return Long.toString(Healpix.cell(
                Topic.KEY_ORDER,
                new SkyPosition(
                        detection.position().raDeg(), detection.position().decDeg())));
    }
}
