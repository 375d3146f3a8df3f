package io.lynceus.labels;

import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Tally;
import java.util.Optional;

/// Consensus of the volunteers on a source, from all votes.
///
/// @param answer the class, never [Answer#UNSURE]
/// @param confidence probability in (0, 1] that the class is right, by the method
/// @param agreement share of all votes that name this class, in (0, 1]
/// @param method how votes became a consensus
public record Consensus(Answer answer, double confidence, double agreement, Tally tally, String method) {
    /// Full Dawid–Skene with priors.
    public static final String METHOD = "dawid-skene";

    /// Fewer votes are an opinion, not a consensus.
    private static final int FEWEST_VOTES = 2;

    public Consensus {
        if (!answer.isClass()) {
            throw new IllegalArgumentException("not a class: " + answer.label());
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie in (0, 1]: " + confidence);
        }
        if (!(agreement > 0 && agreement <= 1)) {
            throw new IllegalArgumentException("agreement must lie in (0, 1]: " + agreement);
        }
    }

    /// The most probable class, unless it hangs on a single user: at least two name it, and whichever vote is left
    /// out, it stays the most probable. So nobody moves a consensus from one class to another alone, however
    /// skilled.
    ///
    /// @param votes of a source whose class is not known
    /// @param posterior of the source
    /// @param temperature of the confidence
    public static Optional<Consensus> of(
            RunningCrowd crowd, SourceVotes votes, double[] posterior, Temperature temperature) {
        int best = 0;
        for (int c = 1; c < posterior.length; c++) {
            best = posterior[c] > posterior[best] ? c : best;
        }
        Answer answer = Answer.ofCode(best);
        Tally tally = Tally.of(votes.answers());
        if (tally.count(answer) < FEWEST_VOTES || !crowd.withstandsAnyone(votes, best)) {
            return Optional.empty();
        }
        return Optional.of(new Consensus(
                answer, temperature.of(posterior)[best], (double) tally.count(answer) / tally.voters(), tally, METHOD));
    }
}
