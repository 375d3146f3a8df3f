package io.lynceus.labels.voting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/// Details of a vote besides its answer and comment.
///
/// @param timeSpentS time between sight of the source and the answer, in [0, [#LONGEST_S]] [s]; empty if not told
/// @param hints categories of properties that spoke for the answer, as the volunteer sees it; in their order
public record VoteDetails(OptionalDouble timeSpentS, Set<PropertyCategory> hints) {
    /// A day [s]: beyond it nobody looked at the source all the time.
    static final double LONGEST_S = 86_400;

    public static final VoteDetails NONE = new VoteDetails(OptionalDouble.empty(), Set.of());

    public VoteDetails {
        if (timeSpentS.isPresent() && !(timeSpentS.getAsDouble() >= 0 && timeSpentS.getAsDouble() <= LONGEST_S)) {
            throw new IllegalArgumentException(
                    "time_spent_s must lie in [0, 86400] s: " + timeSpentS.getAsDouble() + "; leave it out if unknown");
        }
        Set<PropertyCategory> ordered = EnumSet.noneOf(PropertyCategory.class);
        ordered.addAll(hints);
        hints = Collections.unmodifiableSet(ordered);
    }
}
