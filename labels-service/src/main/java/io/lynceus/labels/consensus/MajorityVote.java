package io.lynceus.labels.consensus;

/// Everybody alike: the class with the most votes.
///
/// The probabilities are posterior means of the classes' shares of the crowd, under a Dirichlet prior with `α` in each
/// of the `K` classes: `(n + α) / (N + K α)`, `n` votes of `N` that name a class. So three of three say 0.64, not 1,
/// and thirty of thirty 0.94.
///
/// Source: Gelman et al. 2013, Bayesian Data Analysis, 3rd edition, section 3.4.
///
/// @param alpha Dirichlet concentration per class [votes]; 0 gives the shares themselves
public record MajorityVote(double alpha) implements ConsensusMethod {
    /// Jeffreys' prior of a multinomial. Source: Jeffreys 1946, Proc. R. Soc. Lond. A 186, 453,
    /// doi:10.1098/rspa.1946.0056.
    private static final double JEFFREYS = 0.5;

    public MajorityVote {
        if (!(alpha >= 0)) {
            throw new IllegalArgumentException("concentration must be >= 0: " + alpha);
        }
    }

    public MajorityVote() {
        this(JEFFREYS);
    }

    @Override
    public String name() {
        return "majority";
    }

    @Override
    public Estimate estimate(VoteMatrix votes) {
        Posteriors posteriors = Posteriors.ofShares(votes, alpha);
        return new Estimate(posteriors, Confusions.expected(votes, posteriors), 0);
    }
}
