package io.lynceus.labels;

import io.lynceus.labels.voting.Tally;
import java.util.Optional;

/// Everybody's votes at once: the skill of the volunteers and the consensus on the sources, kept in step.
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

    /// Settles all sources by all votes from the beginning. Votes are cast meanwhile, and wait for the sources that it
    /// writes at its end; no source is settled otherwise until then.
    Recomputed recompute();

    /// What the votes for a source say now; empty if the source is unknown.
    Optional<Opinion> opinion(String sourceId);
}
