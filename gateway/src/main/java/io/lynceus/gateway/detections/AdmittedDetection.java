package io.lynceus.gateway.detections;

import io.lynceus.contracts.RawJson;
import io.lynceus.sky.SkyPosition;

/// A detection that keeps its schema, and may enter the suite.
///
/// @param document as JSON, the same bytes for the same content
public record AdmittedDetection(String id, SkyPosition position, RawJson document) {}
