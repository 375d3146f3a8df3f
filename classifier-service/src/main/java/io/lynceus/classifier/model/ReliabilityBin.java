package io.lynceus.classifier.model;

/// Sources whose winner's posterior lies in one bin: how sure the answers were, and how many were right.
public record ReliabilityBin(int sources, double meanPosterior, double shareRight, ConfidenceInterval interval) {}
