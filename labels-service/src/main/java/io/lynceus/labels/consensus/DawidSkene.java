package io.lynceus.labels.consensus;

import java.util.function.DoubleConsumer;

/// Expectation–maximisation of the users' errors and the sources' classes, beginning with the shares of the votes.
///
/// Given the sources' posteriors, a user's confusion matrix is the mode of its posterior under [Priors]; given the
/// matrices, a source's posterior is `P(c) Π P(answer | c, user)`, votes being independent given the class. Sums are of
/// logarithms, so thousands of votes for a source do not underflow.
///
/// Source: Dawid & Skene 1979, Applied Statistics 28, 20, doi:10.2307/2346806.
///
/// @param model what a confusion matrix may look like
public record DawidSkene(ErrorModel model, Priors priors, Iterations iterations) implements ConsensusMethod {
    /// Full confusion matrices with the usual priors.
    public DawidSkene() {
        this(ErrorModel.FULL, Priors.USUAL, Iterations.USUAL);
    }

    @Override
    public String name() {
        return switch (model) {
            case ONE_COIN -> "one-coin-dawid-skene";
            case FULL -> "dawid-skene";
        };
    }

    @Override
    public Estimate estimate(VoteMatrix votes) {
        return estimate(votes, lnEvidence -> {});
    }

    /// @param progress is told the ln probability of all votes before each maximisation; without priors it never
    ///     falls
    Estimate estimate(VoteMatrix votes, DoubleConsumer progress) {
        AnswerLikelihoods likelihoods = new AnswerLikelihoods(votes.classes(), votes.users(), model, priors);
        Posteriors posteriors = Posteriors.ofShares(votes);
        Confusions confusions = Confusions.expected(votes, posteriors);
        int done = 0;
        double moved = Double.POSITIVE_INFINITY;
        while (done < iterations.most() && moved > iterations.tolerance()) {
            likelihoods.learn(confusions, sourcesOfClass(votes, posteriors));
            Posteriors next = expected(votes, likelihoods, progress);
            moved = posteriors.distance(next);
            posteriors = next;
            confusions = Confusions.expected(votes, posteriors);
            done++;
        }
        return new Estimate(posteriors, confusions, done);
    }

    private static Posteriors expected(VoteMatrix votes, AnswerLikelihoods likelihoods, DoubleConsumer progress) {
        int classes = votes.classes();
        double[] probabilities = new double[votes.sources() * classes];
        Posteriors posteriors = new Posteriors(classes, probabilities);
        double lnEvidence = 0;
        for (int source = 0; source < votes.sources(); source++) {
            lnEvidence += likelihoods.posterior(votes, source, probabilities, source * classes);
            if (votes.known(source) >= 0) {
                posteriors.settle(source, votes.known(source));
            }
        }
        progress.accept(lnEvidence);
        return posteriors;
    }

    /// Sources without a vote for a class say nothing of the classes' shares, and those whose class is known were
    /// chosen for it.
    static double[] sourcesOfClass(VoteMatrix votes, Posteriors posteriors) {
        double[] sources = new double[votes.classes()];
        for (int source = 0; source < votes.sources(); source++) {
            if (votes.known(source) < 0 && votes.classVotes(source) > 0) {
                for (int c = 0; c < sources.length; c++) {
                    sources[c] += posteriors.probability(source, c);
                }
            }
        }
        return sources;
    }
}
