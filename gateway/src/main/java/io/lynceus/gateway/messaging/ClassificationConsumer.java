package io.lynceus.gateway.messaging;

import io.lynceus.contracts.UnreadableJson;
import io.lynceus.gateway.Broadcast;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Passes classifications on to those who listen, from now on: it keeps no offsets, and every instance hears all.
@ApplicationScoped
class ClassificationConsumer {
    private static final Logger LOG = Logger.getLogger(ClassificationConsumer.class);

    private final Broadcast broadcast;

    ClassificationConsumer(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Incoming("classifications")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        if (broadcast.listeners() == 0) {
            return;
        }
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                continue;
            }
            try {
                broadcast.publish(StreamEventCodec.decode(record));
            } catch (UnreadableJson e) {
                LOG.warnf("%s[%d]@%d: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
            }
        }
    }
}
