package io.lynceus.labels.consensus;

/// Worker agreement with aggregate (Wawa): a majority weighted by how often each user agreed with the plain one.
///
/// The probabilities are shares of the weights. Where a plain majority is a tie, the first class counts as its answer.
///
/// Source: Appen's Wawa, as described in Ustalov et al. 2024, JOSS 9, 6227, doi:10.21105/joss.06227.
public record WeightedMajority() implements ConsensusMethod {
    @Override
    public String name() {
        return "weighted-majority";
    }

    @Override
    public Estimate estimate(VoteMatrix votes) {
        double[] weights = agreement(votes, Posteriors.ofShares(votes));
        int classes = votes.classes();
        double[] shares = new double[votes.sources() * classes];
        Posteriors posteriors = new Posteriors(classes, shares);
        for (int source = 0; source < votes.sources(); source++) {
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                if (votes.answer(vote) >= 0) {
                    shares[source * classes + votes.answer(vote)] += weights[votes.user(vote)];
                }
            }
            posteriors.settle(source, votes.known(source));
        }
        return new Estimate(posteriors, Confusions.expected(votes, posteriors), 0);
    }

    private static double[] agreement(VoteMatrix votes, Posteriors majority) {
        double[] agreed = new double[votes.users()];
        int[] cast = new int[votes.users()];
        for (int source = 0; source < votes.sources(); source++) {
            int answer = majority.best(source);
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                if (votes.answer(vote) >= 0) {
                    cast[votes.user(vote)]++;
                    agreed[votes.user(vote)] += votes.answer(vote) == answer ? 1 : 0;
                }
            }
        }
        for (int user = 0; user < agreed.length; user++) {
            agreed[user] = cast[user] == 0 ? 0 : agreed[user] / cast[user];
        }
        return agreed;
    }
}
