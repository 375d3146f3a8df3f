package io.lynceus.labels.consensus;

/// How users err: what a confusion matrix is allowed to look like.
public enum ErrorModel {
    /// One number a user: right with that probability, else any other class alike.
    ///
    /// Source: Zhang et al. 2014, NIPS 27, 1260 (one-coin model).
    ONE_COIN {
        @Override
        void probabilities(double[] counts, int user, int classes, Priors priors, double[] into) {
            int first = user * classes * classes;
            double accuracy = accuracy(counts, user, classes, priors);
            for (int answer = 0; answer < classes; answer++) {
                for (int truth = 0; truth < classes; truth++) {
                    into[first + answer * classes + truth] =
                            answer == truth ? accuracy : (1 - accuracy) / (classes - 1);
                }
            }
        }
    },
    /// A row of probabilities for every class.
    ///
    /// Source: Dawid & Skene 1979, Applied Statistics 28, 20, eq. 2.3, doi:10.2307/2346806.
    FULL {
        @Override
        void probabilities(double[] counts, int user, int classes, Priors priors, double[] into) {
            int first = user * classes * classes;
            double accuracy = accuracy(counts, user, classes, priors);
            double right = priors.rowVotes() * accuracy;
            double wrong = priors.rowVotes() * (1 - accuracy) / (classes - 1);
            for (int truth = 0; truth < classes; truth++) {
                double votes = priors.rowVotes();
                for (int answer = 0; answer < classes; answer++) {
                    votes += counts[first + answer * classes + truth];
                }
                for (int answer = 0; answer < classes; answer++) {
                    int cell = first + answer * classes + truth;
                    into[cell] = votes > 0 ? (counts[cell] + (answer == truth ? right : wrong)) / votes : 0;
                }
            }
        }
    };

    /// P(answer | class, user) from the user's counts, in their layout.
    abstract void probabilities(double[] counts, int user, int classes, Priors priors, double[] into);

    static double accuracy(double[] counts, int user, int classes, Priors priors) {
        int first = user * classes * classes;
        double right = priors.accuracyVotes() * priors.accuracy();
        double votes = priors.accuracyVotes();
        for (int cell = 0; cell < classes * classes; cell++) {
            votes += counts[first + cell];
            right += cell % (classes + 1) == 0 ? counts[first + cell] : 0;
        }
        return votes > 0 ? right / votes : priors.accuracy();
    }
}
