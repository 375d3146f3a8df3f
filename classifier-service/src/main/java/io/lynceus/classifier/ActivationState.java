package io.lynceus.classifier;

import java.time.Instant;
import java.util.Optional;

/// How far an activation has come.
///
/// @param reclassifiedAt when all earlier detections had been reclassified; empty while they are not
public record ActivationState(Activation activation, Instant activatedAt, Optional<Instant> reclassifiedAt) {}
