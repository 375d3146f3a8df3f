package io.lynceus.labels.consensus;

import java.util.Arrays;

/// ln likelihood ratio: one account copies the other's errors, against two people that answer independently given the
/// class.
///
/// At a source for which both named a class, with `π(c)` the probability of the class from the votes of others and from
/// the first one's answer `a`, the second answers `b` with
///
/// - independent: `P0(b) = Σ π(c) P(b | c, second)`
/// - copying: the same where the first is right (`c = a`), else `ρ [b = a] + (1 − ρ) P(b | c, second)`
///
/// so that agreement on what is right weighs nothing, and agreement in an error the more, the less the class and the
/// second one's skill explain it. Under independence the expectation of `P1/P0` is 1: products of it are e-values.
/// Their mean over the values of `ρ` and over both directions of copying is one too.
///
/// Skill is what each has shown at sources that the other did not vote for, with [Priors]: two accounts that do
/// everything together have shown none. Others count with the priors' skill and classes are even: what is learned from
/// votes that many copies outvoted would make honest users look bad. The members of a block have one voice together,
/// and none about members of the block unless too few others have voted: a block can neither vouch for itself nor make
/// those whom it outvotes look like copies.
///
/// Source: Vovk & Wang 2021, Ann. Stat. 49, 1736, doi:10.1214/20-AOS2020 (e-values and their means).
///
/// Not thread-safe.
final class CopyEvidence {
    /// Shares of the errors that are copied: some, and nearly all.
    private static final double[] COPIED = {0.5, 0.95};
    /// Of the confidence in what others say: on difficult sources people err together. Of 1, 1.5 and 2.57 it is the
    /// least at which simulated crowds gave next to no false pairs (docs/labels-exports.md).
    private static final double TEMPERATURE = 1.5;
    private static final int NOBODY = -1;
    private static final int EVERYBODY = -2;
    /// Fewer others say too little of what is right [voices].
    private static final int ENOUGH_OTHERS = 2;

    private final VoteMatrix votes;
    private final Estimate estimate;
    private final Priors priors;
    private final int[] block;
    private final CommonSources common;
    private final int classes;
    private final double[] skill;
    private final double[] counts;
    private final double[] posterior;
    private final int[] voters;
    private final double[] lnRatio = new double[2 * COPIED.length];

    CopyEvidence(VoteMatrix votes, Estimate estimate, Priors priors, int[] block, CommonSources common) {
        this.votes = votes;
        this.estimate = estimate;
        this.priors = priors;
        this.block = block;
        this.common = common;
        this.classes = votes.classes();
        this.counts = new double[2 * classes * classes];
        this.skill = new double[2 * classes * classes];
        this.posterior = new double[classes];
        this.voters = new int[Arrays.stream(block).max().orElse(-1) + 1];
    }

    /// ln of the e-value of a pair, by rank.
    double lnEvidence(int rank, int otherRank) {
        int first = common.user(rank);
        int second = common.user(otherRank);
        learn(rank, otherRank, first, second);
        Arrays.fill(lnRatio, 0);
        common.forEachShared(rank, otherRank, (source, answer, otherAnswer) -> {
            if (others(source, first, second)) {
                add(answer, otherAnswer, 0, 1, 0);
                add(otherAnswer, answer, 1, 0, COPIED.length);
            }
        });
        double largest = Arrays.stream(lnRatio).max().orElseThrow();
        double sum = 0;
        for (double ln : lnRatio) {
            sum += Math.exp(ln - largest);
        }
        return largest + Math.log(sum / lnRatio.length);
    }

    private void learn(int rank, int otherRank, int first, int second) {
        int cells = classes * classes;
        double[] all = estimate.confusions().values();
        System.arraycopy(all, first * cells, counts, 0, cells);
        System.arraycopy(all, second * cells, counts, cells, cells);
        common.forEachShared(rank, otherRank, (source, answer, otherAnswer) -> {
            for (int c = 0; c < classes; c++) {
                double p = estimate.posteriors().probability(source, c);
                counts[answer * classes + c] = Math.max(0, counts[answer * classes + c] - p);
                int cell = cells + otherAnswer * classes + c;
                counts[cell] = Math.max(0, counts[cell] - p);
            }
        });
        for (int user = 0; user < 2; user++) {
            ErrorModel.FULL.probabilities(counts, user, classes, priors, skill);
        }
    }

    /// Writes to `posterior` what others say of a source; false if they are too few.
    private boolean others(int source, int first, int second) {
        Arrays.fill(posterior, 0);
        if (votes.known(source) >= 0) {
            posterior[votes.known(source)] = 1;
            return true;
        }
        boolean together = block[first] >= 0 && block[first] == block[second];
        return ask(source, first, second, together ? block[first] : NOBODY) >= ENOUGH_OTHERS
                || together && ask(source, first, second, EVERYBODY) >= ENOUGH_OTHERS;
    }

    /// Writes to `posterior` what others say, those of each block together with one voice, and counts the voices.
    ///
    /// @param left block that is left out; with [#EVERYBODY] none is, and each member has a voice
    private double ask(int source, int first, int second, int left) {
        Arrays.fill(posterior, 0);
        double gain = Math.log(priors.accuracy() / (1 - priors.accuracy()) * (classes - 1));
        Arrays.fill(voters, 0);
        for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
            if (block[votes.user(vote)] >= 0 && isOther(vote, first, second)) {
                voters[block[votes.user(vote)]]++;
            }
        }
        double voices = 0;
        for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
            int of = block[votes.user(vote)];
            if (isOther(vote, first, second) && (of < 0 || of != left)) {
                double voice = of < 0 || left == EVERYBODY ? 1 : 1.0 / voters[of];
                posterior[votes.answer(vote)] += voice * gain;
                voices += voice;
            }
        }
        settle();
        // Shares of one voice do not sum to exactly one.
        return Math.rint(voices);
    }

    private boolean isOther(int vote, int first, int second) {
        return votes.answer(vote) >= 0 && votes.user(vote) != first && votes.user(vote) != second;
    }

    private void settle() {
        double largest = Arrays.stream(posterior).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            posterior[c] = Math.exp((posterior[c] - largest) / TEMPERATURE);
            sum += posterior[c];
        }
        for (int c = 0; c < classes; c++) {
            posterior[c] /= sum;
        }
    }

    private double skill(int which, int answer, int truth) {
        return skill[(which * classes + answer) * classes + truth];
    }

    private void add(int answer, int copy, int first, int second, int into) {
        double independent = 0;
        double right = 0;
        double wrong = 0;
        double wrongAlone = 0;
        for (int c = 0; c < classes; c++) {
            double weight = posterior[c] * skill(first, answer, c);
            double alone = weight * skill(second, copy, c);
            independent += alone;
            if (c == answer) {
                right += alone;
            } else {
                wrong += weight;
                wrongAlone += alone;
            }
        }
        for (int i = 0; i < COPIED.length; i++) {
            double copying = right + (1 - COPIED[i]) * wrongAlone + (answer == copy ? COPIED[i] * wrong : 0);
            lnRatio[into + i] += Math.log(copying / independent);
        }
    }
}
