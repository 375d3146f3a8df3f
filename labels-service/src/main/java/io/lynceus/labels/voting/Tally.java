package io.lynceus.labels.voting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Votes for one source, counted by answer.
///
/// @param counts number of votes, at least 1 for each answer present
public record Tally(Map<Answer, Integer> counts) {
    public static final Tally EMPTY = new Tally(Map.of());

    public Tally {
        counts.forEach((answer, count) -> {
            if (!(count >= 1)) {
                throw new IllegalArgumentException("votes for " + answer.label() + " must be >= 1: " + count);
            }
        });
        Map<Answer, Integer> ordered = new EnumMap<>(Answer.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    /// Counts answers by their [Answer#code].
    public static Tally of(byte[] codes) {
        Tally tally = EMPTY;
        for (byte code : codes) {
            tally = tally.plus(Answer.ofCode(code));
        }
        return tally;
    }

    /// This tally and one more vote.
    public Tally plus(Answer answer) {
        Map<Answer, Integer> more = new EnumMap<>(Answer.class);
        more.putAll(counts);
        more.merge(answer, 1, Integer::sum);
        return new Tally(more);
    }

    /// Votes for one answer, 0 if none.
    public int count(Answer answer) {
        return counts.getOrDefault(answer, 0);
    }

    /// Number of voters, [Answer#UNSURE] included: one vote each.
    public int voters() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
