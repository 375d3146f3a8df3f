package io.lynceus.labels.messaging;

import io.lynceus.contracts.UnreadableJson;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<Subject> read = new ArrayList<>(batch.size());
        List<String> retired = new ArrayList<>();
        for (InboundRecord record : batch) {
            String sourceId = record.key();
            if (record.value().length == 0 && sourceId != null) {
                retired.add(sourceId);
                outcomes.add(new Absorbed());
            } else {
                outcomes.add(read(record, read));
            }
        }
        subjects.store(read);
        subjects.retire(retired);
        return outcomes;
    }

    private static Outcome read(InboundRecord record, List<Subject> read) {
        try {
            read.add(SubjectCodec.decode(record.value()));
            return new Absorbed();
        } catch (UnreadableJson e) {
            return new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Rejected(Reason.INVALID, String.valueOf(e.getMessage()));
        }
    }
}
