package io.lynceus.gateway.services;

import io.lynceus.contracts.Classification;
import io.lynceus.contracts.ClassifiedDetection;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.surveys.ClassificationReader;
import io.lynceus.gateway.surveys.RowResult.Classified;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;

/// Reads the wire record.
@Singleton
class WireClassificationReader implements ClassificationReader {
    @Override
    public Classified read(byte[] classifiedDetection) {
        try {
            return result(
                    Wire.read(classifiedDetection, ClassifiedDetection.class).classification());
        } catch (UnreadableJson e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Classified result(Classification classification) {
        Double falseAlarm = classification.outlierFalseAlarm();
        return new Classified(
                classification.sourceClass(),
                classification.probabilities(),
                classification.margin(),
                classification.outlierMeasure(),
                falseAlarm == null ? OptionalDouble.empty() : OptionalDouble.of(falseAlarm),
                classification.alternatives().stream()
                        .map(Classification.Alternative::sourceClass)
                        .distinct()
                        .toList(),
                classification.model().name() + "/" + classification.model().version());
    }
}
