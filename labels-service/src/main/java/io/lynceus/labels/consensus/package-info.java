/// How votes become posteriors: the Dawid–Skene family beside plain and weighted majority.
///
/// A kernel: sources, users and classes are numbers from 0, and nothing here knows what they stand for. Start at
/// [io.lynceus.labels.consensus.ConsensusMethod]; votes come as a [io.lynceus.labels.consensus.VoteMatrix]. What is
/// kept up to date vote by vote is a [io.lynceus.labels.consensus.RunningCrowd].
///
/// Papers: Dawid & Skene 1979, Applied Statistics 28, 20, doi:10.2307/2346806; Whitehill et al. 2009, NIPS 22, 2035;
/// Zheng et al. 2017, PVLDB 10, 541, doi:10.14778/3055540.3055547, compares them.
@NullMarked
package io.lynceus.labels.consensus;

import org.jspecify.annotations.NullMarked;
