package io.lynceus.labels.consensus;

import java.util.Arrays;

/// Generative model of labels, abilities and difficulties (GLAD): a user of ability `α` is right about a source of ease
/// `β` with probability `1 / (1 + exp(−α β))`, else names any other class alike.
///
/// `α` and `ln β` have normal priors of mean 1 and variance 1, classes are alike before the votes. Here an unsure
/// answer counts as a guess, right with `1/K`: it draws the ease of the source down, and names no class. Each iteration
/// is one expectation and one step of Fisher's scoring for all abilities, then for all eases, where the paper climbs
/// the gradient; the fixed point is the same.
///
/// Source: Whitehill et al. 2009, Advances in Neural Information Processing Systems 22, 2035, sections 2 and 3.
public record Glad(Iterations iterations) implements ConsensusMethod {
    /// Mean of the priors of `α` and `ln β`.
    private static final double PRIOR_MEAN = 1;

    /// Longest step: scoring overshoots where answers are nearly certain.
    private static final double LONGEST_STEP = 1;

    public Glad() {
        this(Iterations.USUAL);
    }

    /// What the votes say of users and sources.
    ///
    /// @param ability `α` of each user; below 0 for a user that misleads
    /// @param ease `β > 0` of each source; small is difficult
    public record Fit(Estimate estimate, double[] ability, double[] ease) {}

    @Override
    public String name() {
        return "glad";
    }

    @Override
    public Estimate estimate(VoteMatrix votes) {
        return fit(votes).estimate();
    }

    public Fit fit(VoteMatrix votes) {
        double[] ability = new double[votes.users()];
        double[] lnEase = new double[votes.sources()];
        Arrays.fill(ability, PRIOR_MEAN);
        Arrays.fill(lnEase, PRIOR_MEAN);
        Posteriors posteriors = posteriors(votes, ability, lnEase);
        int done = 0;
        double moved = Double.POSITIVE_INFINITY;
        while (done < iterations.most() && moved > iterations.tolerance()) {
            improveAbilities(votes, posteriors, ability, lnEase);
            improveEases(votes, posteriors, ability, lnEase);
            Posteriors next = posteriors(votes, ability, lnEase);
            moved = posteriors.distance(next);
            posteriors = next;
            done++;
        }
        return new Fit(
                new Estimate(posteriors, Confusions.expected(votes, posteriors), done),
                ability,
                Arrays.stream(lnEase).map(Math::exp).toArray());
    }

    private static Posteriors posteriors(VoteMatrix votes, double[] ability, double[] lnEase) {
        int classes = votes.classes();
        double[] weights = new double[votes.sources() * classes];
        Posteriors posteriors = new Posteriors(classes, weights);
        for (int source = 0; source < votes.sources(); source++) {
            int row = source * classes;
            double ease = Math.exp(lnEase[source]);
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                if (votes.answer(vote) >= 0) {
                    // ln of right over one wrong answer: the logit, and ln(K - 1) for the wrong ones to share.
                    weights[row + votes.answer(vote)] += ability[votes.user(vote)] * ease + Math.log(classes - 1);
                }
            }
            double largest = Arrays.stream(weights, row, row + classes).max().orElseThrow();
            for (int c = 0; c < classes; c++) {
                weights[row + c] = Math.exp(weights[row + c] - largest);
            }
            posteriors.settle(source, votes.known(source));
        }
        return posteriors;
    }

    private static void improveAbilities(VoteMatrix votes, Posteriors posteriors, double[] ability, double[] lnEase) {
        double[] slope = new double[ability.length];
        double[] information = new double[ability.length];
        for (int source = 0; source < votes.sources(); source++) {
            double ease = Math.exp(lnEase[source]);
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                int user = votes.user(vote);
                double right = logistic(ability[user] * ease);
                slope[user] += (belief(votes, posteriors, source, vote) - right) * ease;
                information[user] += right * (1 - right) * ease * ease;
            }
        }
        for (int user = 0; user < ability.length; user++) {
            ability[user] += step(slope[user], information[user], ability[user]);
        }
    }

    private static void improveEases(VoteMatrix votes, Posteriors posteriors, double[] ability, double[] lnEase) {
        for (int source = 0; source < votes.sources(); source++) {
            double ease = Math.exp(lnEase[source]);
            double slope = 0;
            double information = 0;
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                double logit = ability[votes.user(vote)] * ease;
                double right = logistic(logit);
                slope += (belief(votes, posteriors, source, vote) - right) * logit;
                information += right * (1 - right) * logit * logit;
            }
            lnEase[source] += step(slope, information, lnEase[source]);
        }
    }

    private static double step(double slope, double information, double value) {
        double step = (slope - (value - PRIOR_MEAN)) / (information + 1);
        return Math.clamp(step, -LONGEST_STEP, LONGEST_STEP);
    }

    /// Probability that a vote is right, as far as the sources are known.
    private static double belief(VoteMatrix votes, Posteriors posteriors, int source, int vote) {
        int answer = votes.answer(vote);
        return answer >= 0 ? posteriors.probability(source, answer) : 1.0 / votes.classes();
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
