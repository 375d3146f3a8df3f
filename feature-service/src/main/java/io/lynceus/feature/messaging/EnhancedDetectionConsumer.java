package io.lynceus.feature.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.EpochStore;
import io.lynceus.feature.EpochStore.Recorded;
import io.lynceus.runtime.batch.BatchReading;
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
import java.util.List;
import java.util.stream.IntStream;
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
        BatchReading<Received> reading =
                BatchReading.of(batch, record -> new Received(record.value(), format.read(record.value())));
        List<Received> readable = reading.readable();
        List<Recorded> recorded =
                store.record(readable.stream().map(Received::arrival).toList());
        List<Outcome> outcomes = IntStream.range(0, readable.size())
                .mapToObj(i -> outcome(readable.get(i), recorded.get(i)))
                .toList();
        return reading.inPlace(outcomes, rejected -> rejected);
    }

    private Outcome outcome(Received received, Recorded recorded) {
        return switch (recorded) {
            case Recorded.Kept kept -> kept(received, kept);
            case Recorded.Conflicting conflicting ->
                new Rejected(
                        Reason.CONFLICTING_DUPLICATE,
                        "detection " + received.arrival().epoch().detectionId()
                                + " is known with another content or another source");
            case Recorded.Superseded superseded -> new Absorbed();
        };
    }

    private Outcome kept(Received received, Recorded.Kept kept) {
        Arrival arrival = received.arrival();
        String eventId = CloudEvent.idOf(
                arrival.epoch().detectionId(), arrival.association().revision());
        List<Outcome> parts = new ArrayList<>();
        parts.add(new Published(
                Topic.FEATURED_DETECTIONS,
                arrival.sourceId(),
                eventId,
                format.featured(received.enhanced(), kept.features(), kept.revision())));
        arrival.association()
                .formerSourceId()
                .filter(former -> arrival.association().merged())
                .ifPresent(
                        gone -> parts.add(new Retracted(Topic.FEATURED_DETECTIONS, gone, CloudEvent.idOfMerged(gone))));
        return Several.of(parts);
    }

    @SuppressWarnings("ArrayRecordComponent") // Passes the bytes along within one batch.
    private record Received(byte[] enhanced, Arrival arrival) {}
}
