package io.lynceus.classifier.model;

import java.util.List;
import java.util.Map;

/// Scores of a model on held-out sources, stored with the model.
///
/// @param figures by name, such as `macro_f1`
/// @param confusion by class given the counts by true class, both in the taxonomy's order; empty where not measured
/// @param reliability in order of the posterior, smallest first; empty where not measured
public record HeldOutScores(
        Map<String, Double> figures, List<List<Integer>> confusion, List<ReliabilityBin> reliability) {
    /// Scores of a model that was not judged.
    public static final HeldOutScores NONE = new HeldOutScores(Map.of(), List.of(), List.of());

    public HeldOutScores {
        figures = Map.copyOf(figures);
        confusion = confusion.stream().map(List::copyOf).toList();
        reliability = List.copyOf(reliability);
    }
}
