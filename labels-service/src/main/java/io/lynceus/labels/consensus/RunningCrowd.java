package io.lynceus.labels.consensus;

import java.util.Arrays;

/// Confusion matrices and class proportions that are kept up to date source by source, as votes come in.
///
/// A source is settled by one expectation step under the users' matrices of the moment; then its votes count for those
/// users by its new posterior instead of its former one. A source that is settled again and again without new votes
/// comes to where [DawidSkene] with the same votes stops. Not thread-safe.
///
/// Source: Neal & Hinton 1998, in Learning in Graphical Models, 355, for expectation steps on one item at a time.
public final class RunningCrowd {
    private final int classes;
    private final Confusions confusions;
    private final double[] sourcesOfClass;
    private final AnswerLikelihoods likelihoods;

    /// Takes up where counts were left.
    ///
    /// @param counts `double[users * classes * classes]`: user, then answer, then class [votes]
    /// @param sourcesOfClass expected number of sources of each class [sources]
    public RunningCrowd(Priors priors, double[] counts, double[] sourcesOfClass) {
        this.classes = sourcesOfClass.length;
        this.confusions = new Confusions(classes, counts.clone());
        this.sourcesOfClass = sourcesOfClass.clone();
        this.likelihoods = new AnswerLikelihoods(classes, confusions.users(), ErrorModel.FULL, priors);
        likelihoods.learn(confusions, this.sourcesOfClass);
    }

    /// Nobody has voted yet.
    public RunningCrowd(Priors priors, int classes, int users) {
        this(priors, new double[users * classes * classes], new double[classes]);
    }

    /// Takes up where a batch stopped.
    public static RunningCrowd of(Priors priors, VoteMatrix votes, Estimate estimate) {
        return new RunningCrowd(
                priors, estimate.confusions().values(), DawidSkene.sourcesOfClass(votes, estimate.posteriors()));
    }

    /// Votes for one source.
    ///
    /// @param users that voted, each once
    /// @param answers theirs, [VoteMatrix#NO_CLASS] if unsure
    /// @param counted the first so many of these votes count for their users by `former` already
    /// @param former the source's posterior when it was last settled; of no meaning while nothing is counted
    /// @param known class that is known, or [VoteMatrix#NO_CLASS]
    public record SourceVotes(int[] users, byte[] answers, int counted, double[] former, int known) {
        public SourceVotes {
            if (!(counted >= 0 && counted <= users.length) || users.length != answers.length) {
                throw new IllegalArgumentException(
                        counted + " counted of " + users.length + " votes with " + answers.length + " answers");
            }
        }

        /// The same votes, none of them counted yet, for a source of unknown class.
        public SourceVotes asIfUnknown() {
            return new SourceVotes(users, answers, 0, former, VoteMatrix.NO_CLASS);
        }

        /// The first votes alone, none of them counted yet.
        public SourceVotes first(int votes) {
            return new SourceVotes(Arrays.copyOf(users, votes), Arrays.copyOf(answers, votes), 0, former, known);
        }

        private boolean hasClassVote(int upTo) {
            for (int vote = 0; vote < upTo; vote++) {
                if (answers[vote] >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Posterior of a source under what is known of its voters now.
    public double[] posterior(SourceVotes votes) {
        double[] posterior = likelihoods.lnClasses().clone();
        if (votes.known() >= 0) {
            Arrays.fill(posterior, 0);
            posterior[votes.known()] = 1;
            return posterior;
        }
        for (int vote = 0; vote < votes.users().length; vote++) {
            likelihoods.add(votes.users()[vote], votes.answers()[vote], posterior, 0);
        }
        likelihoods.normalise(posterior, 0);
        return posterior;
    }

    /// Whether each single vote could be left out, and `sourceClass` would still be the most probable.
    public boolean withstandsAnyone(SourceVotes votes, int sourceClass) {
        double[] all = likelihoods.lnClasses().clone();
        for (int vote = 0; vote < votes.users().length; vote++) {
            likelihoods.add(votes.users()[vote], votes.answers()[vote], all, 0);
        }
        for (int left = 0; left < votes.users().length; left++) {
            double[] one = new double[classes];
            likelihoods.add(votes.users()[left], votes.answers()[left], one, 0);
            for (int c = 0; c < classes; c++) {
                if (c != sourceClass && all[c] - one[c] >= all[sourceClass] - one[sourceClass]) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Settles a source: its votes count for their users from now on, by the posterior that is returned.
    public double[] settle(SourceVotes votes) {
        double[] posterior = posterior(votes);
        double[] counts = confusions.values();
        for (int vote = 0; vote < votes.users().length; vote++) {
            if (votes.answers()[vote] >= 0) {
                int column = (votes.users()[vote] * classes + votes.answers()[vote]) * classes;
                for (int c = 0; c < classes; c++) {
                    double before = vote < votes.counted() ? votes.former()[c] : 0;
                    counts[column + c] = Math.max(0, counts[column + c] + posterior[c] - before);
                }
                likelihoods.learnUser(confusions, votes.users()[vote]);
            }
        }
        if (votes.known() < 0 && votes.hasClassVote(votes.users().length)) {
            boolean before = votes.hasClassVote(votes.counted());
            for (int c = 0; c < classes; c++) {
                sourcesOfClass[c] = Math.max(0, sourcesOfClass[c] + posterior[c] - (before ? votes.former()[c] : 0));
            }
            likelihoods.learnClasses(sourcesOfClass);
        }
        return posterior;
    }

    public Confusions confusions() {
        return confusions;
    }

    /// Proportions of the classes that a [#posterior] has in it, each > 0.
    public double[] classShares() {
        return Arrays.stream(likelihoods.lnClasses()).map(Math::exp).toArray();
    }

    /// Expected number of sources of each class that were voted on [sources].
    public double[] sourcesOfClass() {
        return sourcesOfClass.clone();
    }
}
