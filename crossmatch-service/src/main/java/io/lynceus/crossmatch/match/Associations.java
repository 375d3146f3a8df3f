package io.lynceus.crossmatch.match;

import java.util.Arrays;
import java.util.List;

/// Associations of one X-ray source, judged against each other. Mutable: its [NwayMatch] fills it again. For one
/// thread.
///
/// Row 0 is the source alone. The others follow in the order of their entries, catalogue by catalogue, none before
/// the first. Names and meanings are NWAY's; logarithms are base 10 here and natural inside.
public final class Associations {
    private static final double LN_10 = Math.log(10);
    private static final int FIRST_CAPACITY = 16;

    /// The best associations of what is left out are kept by the set of catalogues they take: 2^this at most.
    static final int MOST_CATALOGUES = 16;

    private int catalogues;
    private int size;
    /// `int[rows * catalogues]`, row-major; -1 for none.
    private int[] members = new int[FIRST_CAPACITY];
    private int[] present = new int[FIRST_CAPACITY];
    private double[] lnBayes = new double[FIRST_CAPACITY];
    private double[] lnPrior = new double[FIRST_CAPACITY];
    private double[] lnWeight = new double[FIRST_CAPACITY];
    private double[] lnUnrelated = new double[FIRST_CAPACITY];
    /// Share of the row's weight in that of all rows but the first, `p_i`.
    private double[] share = new double[FIRST_CAPACITY];
    private double[] lnBestWithin = new double[1];
    private double anyMatch;
    /// ln of the weights of all rows but the first.
    private double lnCounterparts;
    private double best;
    private double secondary;

    void clear(List<Candidates> from) {
        catalogues = from.size();
        if (catalogues > MOST_CATALOGUES) {
            throw new IllegalArgumentException(
                    "catalogues to associate are " + catalogues + ", must be at most " + MOST_CATALOGUES);
        }
        if (lnBestWithin.length < 1 << catalogues) {
            lnBestWithin = new double[1 << catalogues];
        }
        Arrays.fill(lnBestWithin, 0, 1 << catalogues, 0);
        size = 0;
    }

    void add(int[] chosen, int chosenFrom, double bayes, double prior, double weight, double unrelated) {
        if (size == present.length || (size + 1) * catalogues > members.length) {
            grow();
        }
        System.arraycopy(chosen, 0, members, size * catalogues, catalogues);
        present[size] = chosenFrom;
        lnBayes[size] = bayes;
        lnPrior[size] = prior;
        lnWeight[size] = weight;
        lnUnrelated[size] = 0;
        size++;
        if (Integer.bitCount(chosenFrom) > 1) {
            lnBestWithin[chosenFrom] = Math.max(lnBestWithin[chosenFrom], unrelated);
        }
    }

    private void grow() {
        int capacity = 2 * Math.max(size, FIRST_CAPACITY);
        members = Arrays.copyOf(members, capacity * Math.max(1, catalogues));
        present = Arrays.copyOf(present, capacity);
        lnBayes = Arrays.copyOf(lnBayes, capacity);
        lnPrior = Arrays.copyOf(lnPrior, capacity);
        lnWeight = Arrays.copyOf(lnWeight, capacity);
        lnUnrelated = Arrays.copyOf(lnUnrelated, capacity);
        share = Arrays.copyOf(share, capacity);
    }

    /// Credits every association with the best one among the catalogues it leaves out, if that is above chance.
    void creditBest() {
        int all = (1 << catalogues) - 1;
        spreadToSupersets(all);
        for (int row = 0; row < size; row++) {
            lnUnrelated[row] = lnBestWithin[all & ~present[row]];
        }
    }

    /// Credits every association with all the ways to divide what it leaves out, over those to divide all entries.
    void credit(UnrelatedSystems systems) {
        for (int row = 0; row < size; row++) {
            lnUnrelated[row] = systems.lnWithout(members, row * catalogues);
        }
    }

    void judge(double secondaryRatio) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 1; row < size; row++) {
            highest = Math.max(highest, lnTotal(row));
        }
        double sum = 0;
        double largest = 0;
        share[0] = 0;
        for (int row = 1; row < size; row++) {
            share[row] = Math.exp(lnTotal(row) - highest);
            sum += share[row];
            largest = Math.max(largest, share[row]);
        }
        for (int row = 1; row < size; row++) {
            share[row] /= sum;
        }
        best = size > 1 ? largest / sum : 0;
        secondary = secondaryRatio * best;
        lnCounterparts = highest + Math.log(sum);
        anyMatch = size > 1 ? 1 / (1 + Math.exp(lnTotal(0) - highest) / sum) : 0;
    }

    /// From the best association of exactly these catalogues to the best of any of them.
    private void spreadToSupersets(int all) {
        for (int bit = 1; bit <= all; bit <<= 1) {
            for (int mask = 0; mask <= all; mask++) {
                if ((mask & bit) != 0) {
                    lnBestWithin[mask] = Math.max(lnBestWithin[mask], lnBestWithin[mask ^ bit]);
                }
            }
        }
    }

    private double lnTotal(int row) {
        return lnBayes[row] + lnUnrelated[row] + lnPrior[row] + lnWeight[row];
    }

    /// How many there are, the source alone among them, >= 1.
    public int size() {
        return size;
    }

    /// Index of a row's entry among the candidates of a catalogue; -1 for none.
    public int member(int row, int catalogue) {
        return members[row * catalogues + catalogue];
    }

    /// `ncat`: catalogues that take part, the source's own among them.
    public int ncat(int row) {
        return 1 + Integer.bitCount(present[row]);
    }

    /// `dist_bayesfactor`: log10 of the evidence of the row's positions being one object.
    public double log10BayesFactor(int row) {
        return lnBayes[row] / LN_10;
    }

    /// `dist_bayesfactor_corrected`: the same with the credit for unrelated associations, [UnrelatedCredit].
    public double log10CorrectedBayesFactor(int row) {
        return (lnBayes[row] + lnUnrelated[row]) / LN_10;
    }

    /// log10 of the prior odds of the row, completeness and densities.
    public double log10Prior(int row) {
        return lnPrior[row] / LN_10;
    }

    /// log10 of how much the magnitudes speak for the row.
    public double log10Weight(int row) {
        return lnWeight[row] / LN_10;
    }

    /// `dist_post`: probability of the row against no association at all, from positions alone.
    public double distPost(int row) {
        return single(row, lnBayes[row] + lnUnrelated[row]);
    }

    /// `p_single`: the same with magnitudes.
    public double single(int row) {
        return single(row, lnBayes[row] + lnUnrelated[row] + lnWeight[row]);
    }

    private double single(int row, double lnEvidence) {
        double not = Math.max(0, -Math.expm1(lnPrior[row]));
        return 1 / (1 + not * Math.exp(-lnEvidence - lnPrior[row]));
    }

    /// `p_any`: probability that the source has a counterpart among the candidates, in [0, 1].
    public double anyMatch() {
        return anyMatch;
    }

    /// `p_i`: probability of the row, given that the source has a counterpart; 0 for the source alone.
    public double match(int row) {
        return share[row];
    }

    /// `match_flag`: 1 for the most probable row, 2 for one nearly as probable, 0 for others.
    public int flag(int row) {
        return share[row] == best ? 1 : share[row] > secondary ? 2 : 0;
    }

    /// Probability that the source has its counterpart in a catalogue, in [0, 1]: of all associations, those that
    /// take an entry of it.
    public double anyMatchIn(int catalogue) {
        double sum = 0;
        for (int row = 1; row < size; row++) {
            sum += (present[row] & 1 << catalogue) != 0 ? share[row] : 0;
        }
        return Math.min(1, anyMatch * sum);
    }

    /// log10 of the odds of each entry of a catalogue being the counterpart, over the source having none: the
    /// weights of all associations with it. NaN where they are too small for a floating-point number.
    ///
    /// @param candidates how many entries there are
    public double[] log10OddsIn(int catalogue, int candidates) {
        double[] odds = new double[candidates];
        for (int row = 1; row < size; row++) {
            int member = member(row, catalogue);
            if (member >= 0) {
                odds[member] += share[row];
            }
        }
        for (int i = 0; i < candidates; i++) {
            odds[i] = odds[i] > 0 ? (Math.log(odds[i]) + lnCounterparts - lnTotal(0)) / LN_10 : Double.NaN;
        }
        return odds;
    }

    /// Probability of each entry of a catalogue, given that the source has its counterpart in it; they sum to one.
    ///
    /// @param candidates how many entries there are
    public double[] matchesIn(int catalogue, int candidates) {
        double[] matches = new double[candidates];
        double sum = 0;
        for (int row = 1; row < size; row++) {
            int member = member(row, catalogue);
            if (member >= 0) {
                matches[member] += share[row];
                sum += share[row];
            }
        }
        for (int i = 0; i < candidates; i++) {
            matches[i] = sum > 0 ? matches[i] / sum : 1.0 / candidates;
        }
        return matches;
    }
}
