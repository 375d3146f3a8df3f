package io.lynceus.classifier;

/// Sources that an activation moved from one class to another.
///
/// @param from class by the activation before
/// @param to class now
/// @param sources how many
public record ClassMove(String from, String to, long sources) {}
