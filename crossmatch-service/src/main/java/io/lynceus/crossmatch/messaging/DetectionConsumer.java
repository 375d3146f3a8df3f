package io.lynceus.crossmatch.messaging;

import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes detections off the stream, a batch at a time.
@ApplicationScoped
class DetectionConsumer {
    private final Step step;

    DetectionConsumer(
            DetectionFormat format,
            CurrentCrossmatch current,
            DetectionRegister register,
            RecordSender sender,
            MeterRegistry registry) {
        step = new Step("crossmatch", new CrossmatchWork(format, current, register), sender, registry);
    }

    @Incoming("detections")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        step.run(records);
    }
}
