package io.lynceus.runtime.step;

import io.lynceus.contracts.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record as it came from a topic.
///
/// @param value the bytes received, empty for a tombstone; not to be altered
/// @param headers as received; not to be altered
/// @param enteredAt when the detection entered the suite: the record's CloudEvents time, else its timestamp
public record InboundRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte[] value,
        Headers headers,
        Instant enteredAt) {

    static InboundRecord of(ConsumerRecord<String, byte[]> record) {
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value() == null ? new byte[0] : record.value(),
                record.headers(),
                enteredAt(record));
    }

    /// The last header of a name, as text.
    public Optional<String> header(String name) {
        return text(headers, name);
    }

    private static Instant enteredAt(ConsumerRecord<String, byte[]> record) {
        try {
            return text(record.headers(), CloudEvent.TIME)
                    .map(Instant::parse)
                    .orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
