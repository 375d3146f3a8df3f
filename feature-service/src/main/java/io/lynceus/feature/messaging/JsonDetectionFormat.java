package io.lynceus.feature.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.features.FeatureVector;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The wire format: JSON that embeds what was received.
@Singleton
public class JsonDetectionFormat implements DetectionFormat {
    private static final byte[] OPENING = ("{\"$schema\":\""
                    + Topic.FEATURED_DETECTIONS.schema().id() + "\",\"enhanced\":")
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public Arrival read(byte[] enhanced) {
        return EnhancedDetectionCodec.decode(enhanced);
    }

    /// The features, a JSON object of their own, continue the object that begins with the enhanced detection.
    @Override
    public byte[] featured(byte[] enhanced, FeatureVector vector, long revision) {
        byte[] features = Wire.write(FeaturedDetectionCodec.encode(vector, revision));
        ByteArrayOutputStream json = new ByteArrayOutputStream(OPENING.length + enhanced.length + features.length);
        json.writeBytes(OPENING);
        json.writeBytes(enhanced);
        json.write(',');
        json.write(features, 1, features.length - 1);
        return json.toByteArray();
    }
}
