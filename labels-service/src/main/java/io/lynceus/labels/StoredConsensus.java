package io.lynceus.labels;

import io.lynceus.labels.voting.Answer;
import java.util.Optional;

/// Class and confidence of a consensus, as they are stored with the source.
public record StoredConsensus(Answer answer, double confidence) {
    /// A smaller change of confidence is not worth a line [probability].
    private static final double NOTABLE = 0.01;

    /// Whether the second differs from the first by class, or by more than a percent of confidence.
    static boolean changed(Optional<StoredConsensus> before, Optional<StoredConsensus> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        return before.get().answer != after.get().answer
                || Math.abs(before.get().confidence - after.get().confidence) > NOTABLE;
    }
}
