package io.lynceus.labels;

import io.lynceus.labels.voting.Tally;
import java.util.Optional;

/// The crowd: the skill of all volunteers and the consensus on all sources, kept in step.
///
/// 1. A source is settled soon after each vote for it: its posterior from the skill of its voters at that moment, then
///    their skill from the posterior.
/// 2. `recompute` brings all of it to where the batch stops, whatever the order of the votes was.
/// 3. Votes for a source whose class is known teach the skill of the voters and lead to no consensus.
/// 4. Every change of a consensus is in the outbox from the moment it is stored.
public interface Crowd {

    /// A source as its votes leave it.
    ///
    /// @param consensus empty if the votes agree on nothing yet, or the class is known from catalogues
    /// @param witnesses the classifier heard as well; empty if the class is known or the classifier says nothing
    record Opinion(Tally tally, Optional<Consensus> consensus, Optional<Witnesses> witnesses) {}

    /// What a recomputation did.
    ///
    /// @param iterations of Dawid–Skene
    /// @param temperature of the confidence, from the sources whose class is known; 1 while they are too few
    /// @param classifierTemperature of the classifier's posteriors, from those whose class it can name; at least 1
    /// @param changed sources whose consensus is another now, by class or by more than a percent of confidence
    record Recomputed(
            int votes,
            int sources,
            int users,
            int iterations,
            double temperature,
            double classifierTemperature,
            int changed) {}

    /// Settles up to `limit` sources that have new votes.
    ///
    /// @return number settled; 0 as well when another instance is at it
    int settle(int limit);

    /// Settles all sources again by all votes. Votes are accepted meanwhile, and wait only for sources that are
    /// just being written. No other settlement runs until then.
    Recomputed recompute();

    /// Tally, consensus and class probabilities of a source now; empty if the source is unknown.
    Optional<Opinion> opinion(String sourceId);
}
