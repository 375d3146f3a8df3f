package io.lynceus.labels.voting;

import java.util.Optional;

/// The votes cast.
///
/// 1. The first vote of a user for a source stands; every later one changes nothing and returns the first.
/// 2. A vote is kept once `cast` returns, and is part of the consensus soon after ([io.lynceus.labels.Crowd]).
/// 3. Votes for a source that is not a [io.lynceus.labels.asking.Subject] are refused.
/// 4. Beyond the [io.lynceus.labels.conduct.RateLimits] a user gets [io.lynceus.labels.conduct.RateLimitExceeded].
///    Repeating a standing vote is never refused.
public interface Ballots {

    /// Receipt of a vote.
    ///
    /// @param standing the vote that counts: this one, or an earlier one of the same user
    /// @param counted whether this call made it count
    /// @param tally after the vote
    /// @param lesson what the volunteer learns, if the source's class is known
    record VoteReceipt(Vote standing, boolean counted, Tally tally, Optional<Lesson> lesson) {}

    /// Casts a vote; empty if the source is unknown.
    Optional<VoteReceipt> cast(Vote vote);

    /// Votes for a source; empty if the source is unknown.
    Optional<Tally> tally(String sourceId);
}
