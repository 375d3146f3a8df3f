package io.lynceus.feature.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.feature.Arrival;
import io.lynceus.feature.DetectionFormat;
import io.lynceus.feature.Epoch;
import io.lynceus.feature.FeatureExtractor;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The wire format: JSON that embeds what was received.
@Singleton
public class JsonDetectionFormat implements DetectionFormat {
    private static final byte[] OPENING = ("{\"$schema\":\""
                    + Topic.FEATURED_DETECTIONS.schema().id() + "\",\"enhanced\":")
            .getBytes(StandardCharsets.UTF_8);

    private final FeatureExtractor extractor;

    public JsonDetectionFormat(FeatureExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public Arrival read(byte[] enhanced) {
        return EnhancedDetectionCodec.decode(enhanced);
    }

    @Override
    public byte[] features(List<Epoch> epochs, long revision) {
        return Wire.write(FeaturedDetectionCodec.encode(extractor.features(epochs), revision));
    }

    /// The features, a JSON object of their own, continue the object that begins with the enhanced detection.
    @Override
    public byte[] featured(byte[] enhanced, byte[] features) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(OPENING.length + enhanced.length + features.length);
        json.writeBytes(OPENING);
        json.writeBytes(enhanced);
        json.write(',');
        json.write(features, 1, features.length - 1);
        return json.toByteArray();
    }
}
