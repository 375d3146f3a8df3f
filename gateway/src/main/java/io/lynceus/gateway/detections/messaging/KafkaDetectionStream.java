package io.lynceus.gateway.detections.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.detections.DetectionStream;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.RecordSender.Outbound;
import io.lynceus.sky.Healpix;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/// The topic `detections`.
@ApplicationScoped
class KafkaDetectionStream implements DetectionStream {
    private final RecordSender sender;

    KafkaDetectionStream(RecordSender sender) {
        this.sender = sender;
    }

    @Override
    public void send(List<AdmittedDetection> detections) {
        Instant now = Instant.now();
        try {
            sender.send(detections.stream()
                    .map(detection -> outbound(detection, now))
                    .toList());
        } catch (KafkaException e) {
            throw new ServiceAway("the broker", "did not acknowledge", e);
        }
    }

    private static Outbound outbound(AdmittedDetection detection, Instant now) {
        return Outbound.of(
                Topic.DETECTIONS.topicName(),
                Long.toString(Healpix.cell(Topic.KEY_ORDER, detection.position())),
                detection.document().bytes(),
                new CloudEvent(detection.id(), "/lynceus/gateway", Topic.DETECTIONS.eventType(), now));
    }
}
