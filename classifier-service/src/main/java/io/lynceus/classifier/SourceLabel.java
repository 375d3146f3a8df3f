package io.lynceus.classifier;

import java.time.Instant;

/// A source with the class that its volunteers agree on.
public record SourceLabel(String sourceId, ConsensusChange.Label label, Instant announcedAt) {}
