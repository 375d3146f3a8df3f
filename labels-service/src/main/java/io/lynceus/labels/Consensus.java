package io.lynceus.labels;

/// What the volunteers make of a source, all votes together.
///
/// @param answer the class, never [Answer#UNSURE]
/// @param confidence probability in (0, 1) that the class is right, by the method
/// @param agreement share of all votes that name this class, in (0, 1]
/// @param method how votes became a consensus
public record Consensus(Answer answer, double confidence, double agreement, Tally tally, String method) {
    public Consensus {
        if (!answer.isClass()) {
            throw new IllegalArgumentException("not a class: " + answer.label());
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie in (0, 1): " + confidence);
        }
        if (!(agreement > 0 && agreement <= 1)) {
            throw new IllegalArgumentException("agreement must lie in (0, 1]: " + agreement);
        }
    }
}
