package io.lynceus.classifier;

import io.lynceus.sky.SkyPosition;

/// A source with its latest classification.
///
/// @param published the classified detection it comes from, as on the stream; not to be altered
public record SourceClassification(
        String sourceId, String name, SkyPosition position, HistoryEntry latest, byte[] published) {}
