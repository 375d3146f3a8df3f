package io.lynceus.labels;

import java.util.Optional;

/// How votes become a consensus.
///
/// 1. The consensus depends on the tally alone, not on the order of the votes.
/// 2. Without a vote for a class there is no consensus.
/// 3. One more vote for the consensus keeps its class and does not lower its confidence.
@FunctionalInterface
public interface ConsensusMethod {
    Optional<Consensus> consensus(Tally tally);
}
