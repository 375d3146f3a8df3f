package io.lynceus.classifier;

import java.time.Instant;

/// A source with the consensus label of its volunteers.
public record SourceLabel(String sourceId, ConsensusChange.Label label, Instant announcedAt) {}
