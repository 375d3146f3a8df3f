package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.match.PositionMatch;
import java.util.Optional;

/// A detection of a source.
///
/// @param association how it was associated
/// @param agreement with the source as it was before; empty for the first detection
public record SourceMember(
        String detectionId, AssociationOutcome.Kind association, Optional<PositionMatch> agreement) {}
