package io.lynceus.labels.consensus;

/// How often each user gave which answer for which class, in expectation: a vote counts for every class by its
/// probability for the source.
///
/// Votes of unsure users are not in it.
public final class Confusions {
    private final int classes;
    private final double[] counts;

    /// @param counts `double[users * classes * classes]`: user, then answer, then class, so that what a vote
    ///     touches lies together [votes]; taken over, not copied
    Confusions(int classes, double[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    static Confusions expected(VoteMatrix votes, Posteriors posteriors) {
        int classes = votes.classes();
        double[] counts = new double[votes.users() * classes * classes];
        double[] probabilities = posteriors.values();
        for (int source = 0; source < votes.sources(); source++) {
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                if (votes.answer(vote) >= 0) {
                    int column = (votes.user(vote) * classes + votes.answer(vote)) * classes;
                    for (int c = 0; c < classes; c++) {
                        counts[column + c] += probabilities[source * classes + c];
                    }
                }
            }
        }
        return new Confusions(classes, counts);
    }

    public int users() {
        return counts.length / (classes * classes);
    }

    public int classes() {
        return classes;
    }

    /// Expected number of votes of a user that answered `answer` where `truth` is right [votes].
    public double count(int user, int truth, int answer) {
        return counts[(user * classes + answer) * classes + truth];
    }

    /// `double[users * classes * classes]`: user, answer, class; not a copy.
    double[] values() {
        return counts;
    }
}
