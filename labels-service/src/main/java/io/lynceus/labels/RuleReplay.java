package io.lynceus.labels;

import io.lynceus.labels.Retirement.DryRun;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import java.util.List;
import java.util.Optional;

/// Plays past votes again under another rule, with the skill of the volunteers as it is known now.
public final class RuleReplay {
    private RuleReplay() {}

    /// @param sources of each source all votes, in the order in which they were cast
    public static DryRun of(
            RetirementRule rule, RunningCrowd crowd, Temperature temperature, List<SourceVotes> sources) {
        int retired = 0;
        int spared = 0;
        int decided = 0;
        int same = 0;
        for (SourceVotes votes : sources) {
            int all = votes.users().length;
            for (int count = rule.minVoters(); count <= all; count++) {
                SourceVotes first = votes.first(count);
                Optional<Consensus> consensus = consensus(crowd, first, temperature);
                if (rule.applies(count, consensus).isPresent()) {
                    retired++;
                    spared += all - count;
                    if (consensus.isPresent()) {
                        decided++;
                        Optional<Answer> later =
                                consensus(crowd, votes, temperature).map(Consensus::answer);
                        same += later.equals(consensus.map(Consensus::answer)) ? 1 : 0;
                    }
                    break;
                }
            }
        }
        int votes = sources.stream().mapToInt(source -> source.users().length).sum();
        return new DryRun(sources.size(), votes, retired, spared, new SuccessRate(same, decided));
    }

    private static Optional<Consensus> consensus(RunningCrowd crowd, SourceVotes votes, Temperature temperature) {
        return Consensus.of(crowd, votes, crowd.posterior(votes), temperature);
    }
}
