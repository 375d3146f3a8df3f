package io.lynceus.labels.messaging;

import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.runtime.batch.BatchReading;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Stores every classified source as a subject that can be labelled.
@ApplicationScoped
class ClassificationConsumer {
    private final Subjects subjects;
    private final Step step;

    ClassificationConsumer(Subjects subjects, RecordSender sender, MeterRegistry registry) {
        this.subjects = subjects;
        this.step = new Step("labels", this::process, sender, registry);
    }

    @Incoming("classifications")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }

    private List<Outcome> process(List<InboundRecord> batch) {
        BatchReading<Received> reading = BatchReading.of(batch, ClassificationConsumer::read);
        List<Subject> classified = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        for (Received received : reading.readable()) {
            switch (received) {
                case Classified(var subject) -> classified.add(subject);
                case Tombstone(var sourceId) -> retired.add(sourceId);
            }
        }
        subjects.store(classified);
        subjects.retire(retired);
        List<Outcome> absorbed = Collections.nCopies(reading.readable().size(), new Absorbed());
        return reading.inPlace(absorbed, rejected -> rejected);
    }

    private sealed interface Received {}

    private record Classified(Subject subject) implements Received {}

    /// The source's detections belong to other sources now.
    private record Tombstone(String sourceId) implements Received {}

    private static Received read(InboundRecord record) {
        String sourceId = record.key();
        return record.value().length == 0 && sourceId != null
                ? new Tombstone(sourceId)
                : new Classified(SubjectCodec.decode(record.value()));
    }
}
