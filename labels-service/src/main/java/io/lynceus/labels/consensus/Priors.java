package io.lynceus.labels.consensus;

/// What is believed of users before they vote: Dirichlet priors, in votes.
///
/// A user is right with probability `accuracy`, as if `accuracyVotes` votes had shown it. Each row of the user's
/// confusion matrix is drawn to the user's own accuracy, wrong answers shared evenly, as if by `rowVotes` votes of that
/// row: a user that is good at stars is believed to be good at binaries until votes on binaries tell. Estimates are
/// modes of the posteriors (MAP) under Dirichlet concentrations of 1 + these counts.
///
/// Source: Gelman et al. 2013, Bayesian Data Analysis, 3rd edition, section 5.1 for the two levels.
///
/// @param accuracy share of right answers of a user of whom nothing is known, in (0, 1)
/// @param accuracyVotes weight of it [votes]
/// @param rowVotes weight of the user's accuracy in each row [votes]
/// @param classSources sources of each class assumed before the first [sources]
public record Priors(double accuracy, double accuracyVotes, double rowVotes, double classSources) {
    /// Those of this suite, chosen on simulated crowds: of 4, 10 and 20 votes these gave the best accuracy with ten
    /// votes a source and lost nothing with two (docs/labels.md). Volunteers of CLAXSON were right 82% of the time;
    /// 0.7 is the skill at which training ends.
    public static final Priors USUAL = new Priors(0.7, 10, 20, 1);

    /// None: the maximum of the likelihood, as published.
    public static final Priors NONE = new Priors(0.5, 0, 0, 0);

    public Priors {
        if (!(accuracy > 0 && accuracy < 1)) {
            throw new IllegalArgumentException("prior accuracy must lie in (0, 1): " + accuracy);
        }
        if (!(accuracyVotes >= 0 && rowVotes >= 0 && classSources >= 0)) {
            throw new IllegalArgumentException(
                    "weights of priors must be >= 0: " + accuracyVotes + ", " + rowVotes + ", " + classSources);
        }
    }
}
