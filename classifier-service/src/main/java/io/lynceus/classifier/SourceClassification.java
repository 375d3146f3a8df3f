package io.lynceus.classifier;

import io.lynceus.sky.SkyPosition;
import java.util.OptionalDouble;

/// A source with its latest classification.
///
/// @param falseAlarm share of held-out sources of its class that are at least as unusual, in (0, 1]; empty where the
///     model does not know
/// @param variability significant long-term ratio of its flux [dex], >= 0; empty where it was seen once
public record SourceClassification(
        String sourceId,
        String name,
        SkyPosition position,
        HistoryEntry latest,
        OptionalDouble falseAlarm,
        OptionalDouble variability) {}
