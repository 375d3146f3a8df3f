package io.lynceus.runtime.step;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Sends records and waits until the broker has them.
@ApplicationScoped
@Typed(RecordSender.class)
public class RecordSender {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final KafkaClientMetrics metrics;

    /// @param broker the `kafka.*` settings, the same that the consumers get: brokers, encryption, authentication
    public RecordSender(@Identifier("default-kafka-broker") Map<String, Object> broker, MeterRegistry registry) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // With more in flight, a batch refused while a partition has no leader is overtaken by the next
                // one, and every retry of it is out of order until the delivery times out.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
    }

    /// A record to be sent.
    ///
    /// @param value not to be altered; `null` is a tombstone: compaction forgets the key
    public record Outbound(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        public static Outbound of(String topic, String key, byte[] value, CloudEvent event) {
            return new Outbound(topic, key, value, event.headers());
        }
    }

    /// Sends all records; they are acknowledged by every in-sync replica when this returns.
    ///
    /// @throws KafkaException if one was not; some of the others may have been
    public void send(List<Outbound> records) {
        List<Future<?>> acknowledgements = new ArrayList<>(records.size());
        for (Outbound record : records) {
            acknowledgements.add(producer.send(producerRecord(record)));
        }
        for (Future<?> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    private static ProducerRecord<String, byte[]> producerRecord(Outbound record) {
        ProducerRecord<String, byte[]> result = new ProducerRecord<>(record.topic, record.key, record.value);
        record.headers.forEach((name, value) -> result.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return result;
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @PreDestroy
    void close() {
        metrics.close();
        producer.close(CLOSE_TIMEOUT);
    }
}
