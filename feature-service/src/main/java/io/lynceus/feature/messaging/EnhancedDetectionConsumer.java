package io.lynceus.feature.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.EpochStore.Recorded;
import io.lynceus.runtime.step.InboundRecord;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Retracted;
import io.lynceus.runtime.step.Outcome.Several;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Adds every enhanced detection to its source and sends it on with the source's features.
@ApplicationScoped
class EnhancedDetectionConsumer {
    private final DetectionFormat format;
    private final EpochStore store;
    private final Step step;

    EnhancedDetectionConsumer(DetectionFormat format, EpochStore store, RecordSender sender, MeterRegistry registry) {
        this.format = format;
        this.store = store;
        this.step = new Step("feature", this::process, sender, registry);
    }

    @Incoming("enhanced-detections")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }

    private List<Outcome> process(List<InboundRecord> batch) {
        List<Reading> readings = batch.stream().map(this::read).toList();
        List<Arrival> arrivals = readings.stream()
                .filter(Understood.class::isInstance)
                .map(reading -> ((Understood) reading).arrival())
                .toList();
        Iterator<Recorded> recorded = store.record(arrivals, format::features).iterator();
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            outcomes.add(
                    switch (readings.get(i)) {
                        case Refused refused -> refused.rejected();
                        case Understood understood -> outcome(batch.get(i), understood.arrival(), recorded.next());
                    });
        }
        return outcomes;
    }

    private Outcome outcome(InboundRecord record, Arrival arrival, Recorded recorded) {
        String detectionId = arrival.epoch().detectionId();
        return switch (recorded) {
            case Recorded.Kept kept -> kept(record, arrival, kept.features());
            case Recorded.Conflicting conflicting ->
                new Rejected(
                        Reason.CONFLICTING_DUPLICATE,
                        "detection " + detectionId + " is known with another content or another source");
            case Recorded.Superseded superseded -> new Absorbed();
        };
    }

    private Outcome kept(InboundRecord record, Arrival arrival, byte[] features) {
        String eventId = CloudEvent.idOf(
                arrival.epoch().detectionId(), arrival.association().revision());
        List<Outcome> parts = new ArrayList<>();
        parts.add(new Published(
                Topic.FEATURED_DETECTIONS, arrival.sourceId(), eventId, format.featured(record.value(), features)));
        arrival.association()
                .formerSourceId()
                .filter(former -> arrival.association().merged())
                .ifPresent(
                        gone -> parts.add(new Retracted(Topic.FEATURED_DETECTIONS, gone, CloudEvent.idOfMerged(gone))));
        return Several.of(parts);
    }

    private Reading read(InboundRecord record) {
        try {
            return new Understood(format.read(record.value()));
        } catch (UnreadableJson e) {
            return new Refused(new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return new Refused(new Rejected(Reason.INVALID, String.valueOf(e.getMessage())));
        }
    }

    private sealed interface Reading {}

    private record Understood(Arrival arrival) implements Reading {}

    private record Refused(Rejected rejected) implements Reading {}
}
