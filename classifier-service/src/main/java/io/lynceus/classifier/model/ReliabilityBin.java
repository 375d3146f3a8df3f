package io.lynceus.classifier.model;

/// Sources whose largest posterior lies in one bin: the mean posterior, and the share classified correctly.
public record ReliabilityBin(int sources, double meanPosterior, double shareRight, ConfidenceInterval interval) {}
