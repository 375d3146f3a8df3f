package io.lynceus.standalone.simulator;

import io.lynceus.contracts.Detection;

/// A detection with the source it came from.
///
/// @param source index into [Survey#sources]
/// @param detection as a mission reports it, without a hint of the source
public record SimulatedDetection(int source, Detection detection) {}
