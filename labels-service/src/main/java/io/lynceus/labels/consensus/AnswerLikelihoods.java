package io.lynceus.labels.consensus;

/// ln P(answer | class, user) and ln P(class): what turns the votes for a source into its posterior.
final class AnswerLikelihoods {
    /// Smallest probability of an answer: without priors, a user that never gave it could veto all others for ever.
    /// Value as in crowd-kit's published estimator (Ustalov et al. 2024, JOSS 9, 6227, doi:10.21105/joss.06227).
    private static final double FLOOR = 1e-10;

    private final int classes;
    private final ErrorModel model;
    private final Priors priors;
    private final double[] lnAnswers;
    private final double[] lnClasses;

    AnswerLikelihoods(int classes, int users, ErrorModel model, Priors priors) {
        this.classes = classes;
        this.model = model;
        this.priors = priors;
        this.lnAnswers = new double[users * classes * classes];
        this.lnClasses = new double[classes];
    }

    /// Takes in what is known of all users and classes now.
    ///
    /// @param sourcesOfClass expected number of sources of each class [sources]
    void learn(Confusions confusions, double[] sourcesOfClass) {
        for (int user = 0; user < confusions.users(); user++) {
            learnUser(confusions, user);
        }
        learnClasses(sourcesOfClass);
    }

    void learnUser(Confusions confusions, int user) {
        model.probabilities(confusions.values(), user, classes, priors, lnAnswers);
        int first = user * classes * classes;
        for (int cell = first; cell < first + classes * classes; cell++) {
            lnAnswers[cell] = Math.log(Math.max(FLOOR, lnAnswers[cell]));
        }
    }

    void learnClasses(double[] sourcesOfClass) {
        double sum = 0;
        for (double sources : sourcesOfClass) {
            sum += sources + priors.classSources();
        }
        for (int c = 0; c < classes; c++) {
            double share = sum > 0 ? (sourcesOfClass[c] + priors.classSources()) / sum : 1.0 / classes;
            lnClasses[c] = Math.log(Math.max(FLOOR, share));
        }
    }

    /// Writes the posterior of a source to `into[row..]`.
    ///
    /// @return ln of the evidence: the probability of its votes, whatever its class
    double posterior(VoteMatrix votes, int source, double[] into, int row) {
        System.arraycopy(lnClasses, 0, into, row, classes);
        for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
            add(votes.user(vote), votes.answer(vote), into, row);
        }
        return normalise(into, row);
    }

    /// Adds one vote to ln weights of the classes; an unsure one says nothing of them.
    void add(int user, int answer, double[] into, int row) {
        if (answer >= 0) {
            int column = (user * classes + answer) * classes;
            for (int c = 0; c < classes; c++) {
                into[row + c] += lnAnswers[column + c];
            }
        }
    }

    double[] lnClasses() {
        return lnClasses;
    }

    /// Makes probabilities of ln weights.
    double normalise(double[] into, int row) {
        double largest = into[row];
        for (int c = 1; c < classes; c++) {
            largest = Math.max(largest, into[row + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            into[row + c] = Math.exp(into[row + c] - largest);
            sum += into[row + c];
        }
        for (int c = 0; c < classes; c++) {
            into[row + c] /= sum;
        }
        return largest + Math.log(sum);
    }
}
