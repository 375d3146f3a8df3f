package io.lynceus.gateway.stream.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.gateway.stream.StreamEvent;
import io.lynceus.gateway.stream.StreamLog;
import io.lynceus.gateway.stream.StreamPlace;
import io.lynceus.gateway.suite.ServiceAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The log as the topic of classifications, read outside any consumer group.
@ApplicationScoped
class KafkaStreamLog implements StreamLog {
    private static final String TOPIC = Topic.CLASSIFICATIONS.topicName();
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaAccess kafka;
    private final StreamEventCodec codec;
    private final KafkaStreamTail tail;

    KafkaStreamLog(KafkaAccess kafka, StreamEventCodec codec, KafkaStreamTail tail) {
        this.tail = tail;
        this.kafka = kafka;
        this.codec = codec;
    }

    @Override
    public StreamPlace end() {
        tail.requireOpen();
        Map<TopicPartition, Long> ends = kafka.ends(List.of(TOPIC));
        return new StreamPlace(IntStream.range(0, ends.size())
                .mapToObj(partition -> ends.getOrDefault(partition(partition), 0L))
                .toList());
    }

    @Override
    public void read(StreamPlace from, StreamPlace to, Predicate<StreamEvent> reader) {
        List<TopicPartition> unread = IntStream.range(0, to.next().size())
                .filter(partition -> from.next(partition) < to.next(partition))
                .mapToObj(KafkaStreamLog::partition)
                .toList();
        if (unread.isEmpty()) {
            return;
        }
        try (KafkaConsumer<String, byte[]> consumer = kafka.reader()) {
            consumer.assign(unread);
            unread.forEach(partition -> consumer.seek(partition, from.next(partition.partition())));
            while (unread.stream().anyMatch(each -> consumer.position(each) < to.next(each.partition()))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < to.next(record.partition()) && !deliver(record, reader)) {
                        return;
                    }
                }
            }
        } catch (KafkaException e) {
            throw new ServiceAway("the stream", "cannot be read back", e);
        }
    }

    /// An unreadable record was logged when it arrived.
    private boolean deliver(ConsumerRecord<String, byte[]> record, Predicate<StreamEvent> reader) {
        try {
            return record.value() == null || reader.test(codec.decode(record));
        } catch (UnreadableJson e) {
            return true;
        }
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }
}
