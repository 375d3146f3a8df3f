package io.lynceus.classifier.messaging;

import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Consumes featured detections from the stream, one batch at a time.
@ApplicationScoped
class FeaturedDetectionConsumer {
    private final Step step;

    FeaturedDetectionConsumer(
            DetectionFormat format,
            ActiveModels models,
            ClassificationStore store,
            RecordSender sender,
            MeterRegistry registry) {
        step = new Step("classifier", new ClassifyingWork(format, models, store), sender, registry);
    }

    @Incoming("featured-detections")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }
}
