package io.lynceus.runtime.step;

import io.lynceus.contracts.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record as it came from a topic.
///
/// @param value the bytes received, empty for a tombstone; not to be altered
/// @param enteredAt when the detection entered the suite: the record's CloudEvents time, else its timestamp
public record InboundRecord(
        String topic, int partition, long offset, @Nullable String key, byte[] value, Instant enteredAt) {

    static InboundRecord of(ConsumerRecord<String, byte[]> record) {
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value() == null ? new byte[0] : record.value(),
                enteredAt(record));
    }

    private static Instant enteredAt(ConsumerRecord<String, byte[]> record) {
        Header time = record.headers().lastHeader(CloudEvent.TIME);
        try {
            return time == null
                    ? Instant.ofEpochMilli(record.timestamp())
                    : Instant.parse(new String(time.value(), StandardCharsets.UTF_8));
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }
}
