package io.lynceus.benchmarks.pipeline;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A detection that is ready to be sent, so that no preparation is timed.
record PreparedDetection(String id, String key, byte[] value) {
    static PreparedDetection of(Detection detection) {
        SkyPosition position = new SkyPosition(
                detection.position().raDeg(), detection.position().decDeg());
        return new PreparedDetection(
                detection.id(),
                Long.toString(Healpix.cell(Topic.KEY_ORDER, position)),
                Wire.write(detection.withSchema()));
    }

    /// The record that enters a pipeline now.
    ProducerRecord<String, byte[]> record(String topic) {
        ProducerRecord<String, byte[]> result = new ProducerRecord<>(topic, key, value);
        new CloudEvent(id, "/lynceus/benchmark", Topic.DETECTIONS.eventType(), Instant.now())
                .headers()
                .forEach((name, text) -> result.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return result;
    }
}
