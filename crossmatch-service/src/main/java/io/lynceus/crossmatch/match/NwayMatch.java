package io.lynceus.crossmatch.match;

import io.lynceus.sky.PositionCovariance;
import java.util.Arrays;
import java.util.List;

/// Associations of an X-ray source with the entries of several catalogues, at most one of each. For one thread: its
/// memory is used again for every source.
///
/// An association of the source with entries of the catalogues K has the weight `w = B prod_K (c_k m_k / N_k)`. B is
/// the Bayes factor of all positions being one. c is the odds that the catalogue holds the counterpart. N is the number
/// of choices in a whole sky of its local density. m is the weight of the entry's magnitude. The source alone has the
/// weight 1. Every weight is multiplied by what [UnrelatedCredit] gives: entries that belong together do so whether or
/// not they are this source. Catalogues with proper motions come before those without: their entries take the others
/// along.
///
/// 1. `p_i` of all associations but the source alone sum to one.
/// 2. The order of the entries changes the order of the rows alone; so does the order of the catalogues, but for
///    [UnrelatedCredit#BEST], which takes every object of the first catalogue of an unrelated association to be in the
///    others.
/// 3. A catalogue without entries changes nothing.
/// 4. Scaling all errors and offsets by s and all densities by 1/s^2 changes the Bayes factors alone.
public final class NwayMatch {
    private final MatchOptions options;
    private final double lnLeastOdds;
    private final boolean sorted;
    private final Associations found = new Associations();
    private List<Candidates> catalogues = List.of();
    /// By level: the merger of the source with what was chosen before, and of the latter without the source.
    private MergedPosition[] withSource = {};
    private MergedPosition[] withoutSource = {};
    /// ln of the highest total that entries of the catalogues from a level on can add.
    private double[] lnToCome = {};
    private double[] lnHighest = {};
    private NorthOrder[] byNorth = {};
    private int[] chosen = {};

    public NwayMatch(MatchOptions options) {
        this.options = options;
        this.lnLeastOdds = Math.log(options.leastOdds());
        this.sorted = options.leastOdds() > 0 || options.credit() == UnrelatedCredit.ALL;
    }

    /// Lists and judges the associations of a source.
    ///
    /// @param source covariance of the X-ray position, not singular
    /// @param catalogues their entries near it, at most 16 catalogues
    /// @return valid until the next call
    public Associations associate(PositionCovariance source, List<Candidates> catalogues) {
        if (!(source.determinant() > 0)) {
            throw new IllegalArgumentException("covariance of the source is singular: " + source);
        }
        prepare(catalogues);
        withSource[0].set(source.eastEast(), source.northNorth(), source.eastNorth());
        extend(0, 0, 0, 0, 0, 0, 0);
        if (options.credit() == UnrelatedCredit.ALL && catalogues.size() > 1) {
            found.credit(new UnrelatedSystems(catalogues, byNorth));
        } else if (options.credit() == UnrelatedCredit.BEST) {
            found.creditBest();
        }
        found.judge(options.secondaryRatio());
        return found;
    }

    private void prepare(List<Candidates> next) {
        int count = next.size();
        if (count > withSource.length - 1) {
            withSource = levels(count + 1);
            withoutSource = levels(count + 1);
            lnToCome = new double[count + 1];
            lnHighest = new double[count];
            byNorth = new NorthOrder[count];
            chosen = new int[count];
        }
        catalogues = next;
        found.clear(next);
        for (int k = 0; k < count && count > 1 && sorted; k++) {
            byNorth[k] = new NorthOrder(next.get(k));
        }
        lnToCome[count] = 0;
        for (int k = count - 1; k >= 0 && options.leastOdds() > 0; k--) {
            lnHighest[k] = next.get(k).lnHighestOdds();
            lnToCome[k] = lnToCome[k + 1] + lnOnePlus(next.get(k).size(), lnHighest[k]);
        }
    }

    /// ln (1 + n e^x), for any x.
    private static double lnOnePlus(int n, double x) {
        return x < 0 ? Math.log1p(n * Math.exp(x)) : x + Math.log(Math.exp(-x) + n);
    }

    private static MergedPosition[] levels(int count) {
        MergedPosition[] levels = new MergedPosition[count];
        Arrays.setAll(levels, _ -> new MergedPosition());
        return levels;
    }

    /// @param present bits of the catalogues chosen from
    /// @param lnBayes of what was chosen with the source
    /// @param lnPrior of that
    /// @param lnWeight of the magnitudes of what was chosen
    /// @param lnBayesWithout of what was chosen without the source
    /// @param lnPriorWithout of that
    private void extend(
            int k,
            int present,
            double lnBayes,
            double lnPrior,
            double lnWeight,
            double lnBayesWithout,
            double lnPriorWithout) {
        if (k == catalogues.size()) {
            found.add(chosen, present, lnBayes, lnPrior, lnWeight, lnBayesWithout + lnPriorWithout);
            return;
        }
        Candidates candidates = catalogues.get(k);
        chosen[k] = -1;
        withSource[k + 1].set(withSource[k]);
        withoutSource[k + 1].set(withoutSource[k]);
        extend(k + 1, present, lnBayes, lnPrior, lnWeight, lnBayesWithout, lnPriorWithout);
        boolean pruned = options.leastOdds() > 0 && present != 0;
        int from = 0;
        int to = candidates.size();
        if (pruned && to > 0) {
            double cut = 2 * (lnHighest[k] + lnToCome[k + 1] - lnLeastOdds);
            from = byNorth[k].start(withSource[k], cut);
            to = byNorth[k].end(withSource[k], cut);
        }
        for (int at = from; at < to; at++) {
            int i = pruned ? byNorth[k].entry(at) : at;
            if (!closeToAll(k, candidates, i)) {
                continue;
            }
            double lnTwoWay = withSource[k + 1].merge(withSource[k], candidates, i);
            if (pruned && lnTwoWay + candidates.lnPrior() + candidates.lnWeight[i] + lnToCome[k + 1] < lnLeastOdds) {
                continue;
            }
            chosen[k] = i;
            double lnBayesNow = 0;
            double lnPriorNow = 0;
            if (present == 0) {
                withoutSource[k + 1].set(candidates, i);
                lnPriorNow = candidates.lnOnWholeSky() - candidates.lnChoices();
            } else {
                lnBayesNow = lnBayesWithout + withoutSource[k + 1].merge(withoutSource[k], candidates, i);
                lnPriorNow = lnPriorWithout - candidates.lnChoices();
            }
            extend(
                    k + 1,
                    present | 1 << k,
                    lnBayes + lnTwoWay,
                    lnPrior + candidates.lnPrior(),
                    lnWeight + candidates.lnWeight[i],
                    lnBayesNow,
                    lnPriorNow);
        }
    }

    private boolean closeToAll(int k, Candidates candidates, int i) {
        double limit = options.widestPairArcsec();
        if (limit == Double.POSITIVE_INFINITY) {
            return true;
        }
        double east = candidates.east[i];
        double north = candidates.north[i];
        if (!(Math.hypot(east, north) < limit)) {
            return false;
        }
        for (int j = 0; j < k; j++) {
            int other = chosen[j];
            if (other >= 0) {
                Candidates others = catalogues.get(j);
                if (!(Math.hypot(east - others.east[other], north - others.north[other]) < limit)) {
                    return false;
                }
            }
        }
        return true;
    }
}
