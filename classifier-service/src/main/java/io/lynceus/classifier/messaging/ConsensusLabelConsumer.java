package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ConsensusChange;
import io.lynceus.classifier.ConsensusLabels;
import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.batch.BatchReading;
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
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/// Consumes consensus labels, for the next model's training sample.
@ApplicationScoped
class ConsensusLabelConsumer {
    private final ConsensusLabels labels;
    private final Step step;

    ConsensusLabelConsumer(ConsensusLabels labels, RecordSender sender, MeterRegistry registry) {
        this.labels = labels;
        this.step = new Step("classifier_labels", this::process, sender, registry);
    }

    @Incoming("consensus-labels")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }

    private List<Outcome> process(List<InboundRecord> batch) {
        BatchReading<ConsensusChange> reading = BatchReading.of(batch, ConsensusLabelConsumer::change);
        List<ConsensusChange> changes = reading.readable();
        labels.record(changes);
        return reading.inPlace(Collections.nCopies(changes.size(), new Absorbed()), rejected -> rejected);
    }

    private static ConsensusChange change(InboundRecord record) {
        String sourceId = required("the record's key", record.key());
        return new ConsensusChange(
                sourceId,
                record.enteredAt(),
                record.value().length == 0 ? Optional.empty() : Optional.of(label(sourceId, record.value())));
    }

    private static ConsensusChange.Label label(String sourceId, byte[] json) {
        ConsensusLabel label = Wire.read(json, ConsensusLabel.class);
        if (!sourceId.equals(label.sourceId())) {
            throw new IllegalArgumentException(
                    "source_id is " + label.sourceId() + ", must be the record's key, " + sourceId);
        }
        return new ConsensusChange.Label(
                required("class", label.sourceClass()),
                label.confidence(),
                label.voters(),
                required("method", label.method()));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("required field " + field + " is missing");
        }
        return value;
    }
}
