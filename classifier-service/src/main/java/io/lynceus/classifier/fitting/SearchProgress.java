package io.lynceus.classifier.fitting;

/// Listener of a search for weights; an exception from it ends the search.
@FunctionalInterface
public interface SearchProgress {
    SearchProgress NONE = (generations, of, best) -> {};

    /// @param generations done, of so many
    /// @param best largest value of the objective so far
    void after(int generations, int of, double best);
}
