package io.lynceus.crossmatch.messaging;

import io.lynceus.crossmatch.CrossmatchedDetection;
import io.lynceus.crossmatch.DetectionFormat;
import io.lynceus.crossmatch.detection.Missions;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Reassociation;
import jakarta.enterprise.context.ApplicationScoped;

/// Detections as the JSON of the topics, which is the JSON of REST as well. Public for code that runs the cross-match
/// in its own process.
@ApplicationScoped
public class JsonDetectionFormat implements DetectionFormat {
    private final DetectionCodec codec;

    public JsonDetectionFormat(Missions missions) {
        this.codec = new DetectionCodec(missions);
    }

    /// @throws io.lynceus.contracts.UnreadableJson where these bytes cannot be read
    @Override
    public ReceivedDetection read(byte[] json, UnknownFields unknownFields) {
        return codec.decode(json, unknownFields);
    }

    @Override
    public byte[] write(CrossmatchedDetection detection, AssociationOutcome outcome) {
        return EnhancedDetectionCodec.encode(detection.received().document(), outcome, detection.surroundings());
    }

    @Override
    public byte[] revise(byte[] written, Reassociation reassociation) {
        return EnhancedDetectionCodec.revise(written, reassociation);
    }
}
