package io.lynceus.classifier;

/// Number of sources that an activation moved from one class to another.
///
/// @param from class under earlier activations
/// @param to class now
/// @param sources how many
public record ClassMove(String from, String to, long sources) {}
