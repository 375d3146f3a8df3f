package io.lynceus.gateway.stream.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.suite.ServiceAway;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Passes new classifications on to the listeners. Every instance reads all records outside any consumer group, so that
/// nothing is skipped after an outage or a rebalance.
@ApplicationScoped
class KafkaStreamTail {
    private static final Logger LOG = Logger.getLogger(KafkaStreamTail.class);
    private static final String TOPIC = Topic.CLASSIFICATIONS.topicName();
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Broadcast broadcast;
    private final StreamEventCodec codec;
    private final KafkaAccess kafka;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("stream-tail").unstarted(this::run);
    private volatile boolean open;
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    KafkaStreamTail(Broadcast broadcast, StreamEventCodec codec, KafkaAccess kafka) {
        this.broadcast = broadcast;
        this.codec = codec;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        closed = true;
        KafkaConsumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(PAUSE.plus(POLL));
    }

    /// Returns normally if every record from now on is passed on.
    ///
    /// @throws ServiceAway while reading has not begun
    void requireOpen() {
        if (!open) {
            throw new ServiceAway("the stream", "is not open yet", null);
        }
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer = kafka.reader()) {
                reading = consumer;
                assign(consumer);
                open = true;
                follow(consumer);
            } catch (KafkaException | ServiceAway e) {
                if (!closed) {
                    LOG.warnf("the stream is read again in %d s: %s", PAUSE.toSeconds(), e.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /// Continues at the last position, or at first at the end of the stream.
    private void assign(KafkaConsumer<String, byte[]> consumer) {
        boolean first = next.isEmpty();
        kafka.ends(List.of(TOPIC)).forEach((partition, end) -> next.putIfAbsent(partition, first ? end : 0L));
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        while (!closed && consumer.partitionsFor(TOPIC).size() == next.size()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                next.put(new TopicPartition(TOPIC, record.partition()), record.offset() + 1);
                publish(record);
            }
        }
    }

    private void publish(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || broadcast.listeners() == 0) {
            return;
        }
        try {
            broadcast.publish(codec.decode(record));
        } catch (UnreadableJson e) {
            LOG.warnf("%s[%d]@%d: %s", TOPIC, record.partition(), record.offset(), e.getMessage());
        }
    }
}
