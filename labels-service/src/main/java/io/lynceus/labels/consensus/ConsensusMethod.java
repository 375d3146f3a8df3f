package io.lynceus.labels.consensus;

/// How the votes of many become one posterior per source.
///
/// 1. The estimate does not depend on the order of the votes.
/// 2. Renumbering the classes renumbers the estimate, and nothing else.
/// 3. A source of known class has that class with probability 1.
/// 4. Votes of unsure users do not name a class: where they change posteriors, they do so by what they say of
/// difficulty.
public interface ConsensusMethod {
    /// As topics and tables name it, e.g. `dawid-skene`.
    String name();

    Estimate estimate(VoteMatrix votes);
}
