package io.lynceus.classifier.fitting;

/// Told how a search for weights goes; what it throws ends the search.
@FunctionalInterface
public interface SearchProgress {
    SearchProgress NONE = (generations, of, best) -> {};

    /// @param generations done, of so many
    /// @param best largest value of the objective so far
    void after(int generations, int of, double best);
}
