package io.lynceus.gateway.messaging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.CanonicalDigest;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.surveys.ClassificationReader;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.PublishedRows.Answer;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.Refused;
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

/// Hears what became of the rows of published surveys: from `classifications`, and from the dead letters of the topics
/// on the way there. One consumer group, so that each record is heard by one instance.
@ApplicationScoped
class PublishedRowConsumer {
    /// Where a record holds the detection, by topic.
    private static final Map<String, JsonPointer> DETECTION = Map.of(
            Topic.CLASSIFICATIONS.topicName(), JsonPointer.compile("/featured/enhanced/detection"),
            Topic.FEATURED_DETECTIONS.deadLetters(), JsonPointer.compile("/enhanced/detection"),
            Topic.ENHANCED_DETECTIONS.deadLetters(), JsonPointer.compile("/detection"),
            Topic.DETECTIONS.deadLetters(), JsonPointer.empty());

    private final PublishedRows rows;
    private final ClassificationReader classifications;
    private final Step step;

    PublishedRowConsumer(
            PublishedRows rows, ClassificationReader classifications, RecordSender sender, MeterRegistry registry) {
        this.rows = rows;
        this.classifications = classifications;
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
                    .map(this::answer)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return Collections.nCopies(batch.size(), new Absorbed());
    }

    /// Empty for what is no detection: dead letters can be anything.
    private Optional<Answer> answer(InboundRecord record) {
        try {
            JsonNode detection =
                    Wire.treeAt(record.value(), DETECTION.getOrDefault(record.topic(), JsonPointer.empty()));
            return detection.isObject()
                    ? Optional.of(new Answer(CanonicalDigest.of(detection), result(record)))
                    : Optional.empty();
        } catch (UnreadableJson | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RowResult result(InboundRecord record) {
        return record.header(DeadLetterHeaders.REASON)
                .<RowResult>map(reason ->
                        new Refused(record.header(DeadLetterHeaders.DETAIL).orElse(reason)))
                .orElseGet(() -> classifications.read(record.value()));
    }
}
