package io.lynceus.classifier;

import java.time.Instant;
import java.util.Optional;

/// How far an activation has come.
///
/// @param reclassifiedAt when the detections that were there before had all been classified anew
public record ActivationState(Activation activation, Instant activatedAt, Optional<Instant> reclassifiedAt) {}
