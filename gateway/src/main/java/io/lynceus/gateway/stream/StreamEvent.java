package io.lynceus.gateway;

/// A classification as it arrived.
///
/// @param id place on the stream, `partition:offset`
/// @param outlierMeasure −log10 of the largest unnormalised class score
/// @param data what a listener gets
public record StreamEvent(String id, String sourceClass, double outlierMeasure, JsonDocument data) {}
