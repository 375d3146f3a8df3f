package io.lynceus.labels;

import java.util.Comparator;
import java.util.Optional;

/// The class with the most votes; a tie for the first place is no consensus.
///
/// The confidence is the posterior mean of that class's share of the crowd, under a Dirichlet prior with `α` in each of
/// the `K` classes: `(n + α) / (N + K α)`, `n` votes of `N` that name a class. So three of three say 0.64, not 1, and
/// thirty of thirty 0.94. Votes of [Answer#UNSURE] lower the agreement, not the confidence.
///
/// Source: Gelman et al. 2013, Bayesian Data Analysis, 3rd edition, section 3.4.
public final class MajorityMethod implements ConsensusMethod {
    private static final String NAME = "majority";

    /// Dirichlet concentration per class [votes]: Jeffreys' prior of a multinomial.
    /// Source: Jeffreys 1946, Proc. R. Soc. Lond. A 186, 453, doi:10.1098/rspa.1946.0056.
    private static final double ALPHA = 0.5;

    @Override
    public Optional<Consensus> consensus(Tally tally) {
        Answer first = Answer.classes().stream()
                .max(Comparator.comparingInt(tally::count))
                .orElseThrow();
        int votes = tally.count(first);
        long leaders = Answer.classes().stream()
                .filter(answer -> tally.count(answer) == votes)
                .count();
        if (votes == 0 || leaders > 1) {
            return Optional.empty();
        }
        double confidence =
                (votes + ALPHA) / (tally.classVotes() + ALPHA * Answer.classes().size());
        return Optional.of(new Consensus(first, confidence, (double) votes / tally.voters(), tally, NAME));
    }
}
