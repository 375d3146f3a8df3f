package io.lynceus.crossmatch.source;

import java.time.Instant;

/// A change of a detection's association in the past.
///
/// @param revision of the association, from 2
/// @param becauseOf id of the detection that came
/// @param at when it was registered
public record AssociationChange(
        String detectionId,
        int revision,
        Reassociation.Kind kind,
        String fromSourceId,
        String toSourceId,
        String becauseOf,
        Instant at) {}
