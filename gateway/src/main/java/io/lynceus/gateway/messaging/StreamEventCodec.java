package io.lynceus.gateway.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Classification;
import io.lynceus.contracts.Classification.ModelReference;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.EnhancedDetection.SourceAssociation;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.StreamEvent;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Reads of a classification what a listener is told; the whole of it is at `/api/v1/sources/{id}`.
final class StreamEventCodec {
    private StreamEventCodec() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Event(
            String sourceId,
            String name,
            String detectionId,
            String mission,
            double raDeg,
            double decDeg,
            @JsonProperty("class") String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            ModelReference model) {}

    // What is needed of the records inside: the rest is passed over unread.
    record Featured(RawJson enhanced) {}

    record Enhanced(Detected detection, SourceAssociation source) {}

    record Detected(String id, String mission) {}

    /// @throws io.lynceus.contracts.UnreadableJson if the value is no classified detection
    static StreamEvent decode(ConsumerRecord<String, byte[]> record) {
        ClassifiedDetection classified = Wire.read(record.value(), ClassifiedDetection.class);
        Enhanced enhanced = classified.featured().as(Featured.class).enhanced().as(Enhanced.class);
        Classification classification = classified.classification();
        Event event = new Event(
                enhanced.source().id(),
                enhanced.source().name(),
                enhanced.detection().id(),
                enhanced.detection().mission(),
                enhanced.source().position().raDeg(),
                enhanced.source().position().decDeg(),
                classification.sourceClass(),
                classification.probabilities(),
                classification.margin(),
                classification.outlierMeasure(),
                classification.model());
        return new StreamEvent(
                record.partition() + ":" + record.offset(),
                classification.sourceClass(),
                classification.outlierMeasure(),
                JsonDocument.of(Wire.write(event)));
    }
}
