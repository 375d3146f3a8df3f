package io.lynceus.labels;

import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.voting.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A source as it was last settled, without its votes.
///
/// @param known class that catalogues know the source as
/// @param posterior by [Answer#code], when it was last settled
/// @param consensus that was last stored
/// @param finished whether the source is retired
/// @param decidedByPerson whether a person retired or reopened it; the rule is not applied then
/// @param classifier probabilities by class, as of (activation, revision)
public record StoredSource(
        String sourceId,
        Optional<Answer> known,
        double[] posterior,
        Optional<StoredConsensus> consensus,
        boolean finished,
        boolean decidedByPerson,
        Map<String, Double> classifier,
        OptionalDouble falseAlarm,
        long activation,
        long revision) {
    /// The source with its votes.
    ///
    /// @param users by their number in the crowd, those whose votes count first
    /// @param answers theirs, by [Answer#code]
    /// @param counted the first so many count by the posterior that is stored
    VotedSource with(int[] users, byte[] answers, int counted) {
        int code = known.map(Answer::code).orElse(VoteMatrix.NO_CLASS);
        return new VotedSource(this, new SourceVotes(users, answers, counted, posterior, code));
    }
}
