package io.lynceus.gateway.surveys.messaging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.CanonicalDigest;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.PublishedRows.StreamResult;
import io.lynceus.gateway.surveys.RowFormat;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.runtime.step.DeadLetterHeaders;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes the results of published rows from `classifications` and from the dead letters of the topics before it.
///
/// All instances form one consumer group, so that one of them handles each record.
@ApplicationScoped
class PublishedRowConsumer {
    /// Where a record holds the detection, by topic.
    private static final Map<String, JsonPointer> DETECTION = Map.of(
            Topic.CLASSIFICATIONS.topicName(), JsonPointer.compile("/featured/enhanced/detection"),
            Topic.FEATURED_DETECTIONS.deadLetters(), JsonPointer.compile("/enhanced/detection"),
            Topic.ENHANCED_DETECTIONS.deadLetters(), JsonPointer.compile("/detection"),
            Topic.DETECTIONS.deadLetters(), JsonPointer.empty());

    private final PublishedRows rows;
    private final RowFormat format;
    private final Step step;

    PublishedRowConsumer(PublishedRows rows, RowFormat format, RecordSender sender, MeterRegistry registry) {
        this.rows = rows;
        this.format = format;
        this.step = new Step("gateway_published", this::process, sender, registry);
    }

    @Incoming("published-rows")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }

    private List<Outcome> process(List<InboundRecord> batch) {
        if (rows.anyAwaited()) {
            rows.keep(batch.stream()
                    .filter(record -> record.value().length > 0)
                    .map(this::result)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return Collections.nCopies(batch.size(), new Absorbed());
    }

    /// Empty if the record holds no detection: dead letters can hold anything.
    private Optional<StreamResult> result(InboundRecord record) {
        try {
            JsonNode detection =
                    Wire.treeAt(record.value(), DETECTION.getOrDefault(record.topic(), JsonPointer.empty()));
            return detection.isObject()
                    ? Optional.of(new StreamResult(CanonicalDigest.of(detection), rowResult(record)))
                    : Optional.empty();
        } catch (UnreadableJson | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RowResult rowResult(InboundRecord record) {
        return record.header(DeadLetterHeaders.REASON)
                .<RowResult>map(reason ->
                        new RefusedRow(record.header(DeadLetterHeaders.DETAIL).orElse(reason)))
                .orElseGet(() -> format.classified(RawJson.of(record.value())));
    }
}
