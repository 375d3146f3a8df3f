package io.lynceus.crossmatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The ways in which the entries around a source can be one object among themselves, whether or not one is the source.
///
/// Entries of different catalogues that may be one object form a group; groups do not touch each other. The weight of a
/// set S of entries being one object, over as many objects, is B_S N_S / prod_S N_k: B their Bayes factor, N_k the
/// choices in catalogue k, N_S the smallest of these. Z of a group is the sum, over all its divisions into such sets
/// and single entries, of the products of their weights.
///
/// Weights below 1e-6 are taken for 0. Where groups would grow beyond ten entries the least probable links are left
/// out: [#lnWithout] is then too large for entries that are part of one.
final class UnrelatedSystems {
    private static final double LN_LEAST_WEIGHT = Math.log(1e-6);

    private static final int LARGEST_GROUP = 10;

    private record Link(int one, int other, double lnWeight) {}

    /// Entries that may be one object.
    ///
    /// @param entries by number
    /// @param lnSums ln Z of every subset of them, by its bits
    private record Group(int[] entries, double[] lnSums) {}

    private final List<Candidates> catalogues;
    private final int[] firstOf;
    private final int[] catalogueOf;
    private final Group[] groupOf;

    /// @param byNorth of each catalogue, its entries sorted by their north offset
    UnrelatedSystems(List<Candidates> catalogues, NorthOrder[] byNorth) {
        this.catalogues = catalogues;
        firstOf = new int[catalogues.size() + 1];
        for (int k = 0; k < catalogues.size(); k++) {
            firstOf[k + 1] = firstOf[k] + catalogues.get(k).size();
        }
        catalogueOf = new int[firstOf[catalogues.size()]];
        for (int k = 0; k < catalogues.size(); k++) {
            Arrays.fill(catalogueOf, firstOf[k], firstOf[k + 1], k);
        }
        groupOf = new Group[catalogueOf.length];
        List<Link> links = links(byNorth);
        if (!links.isEmpty()) {
            group(links);
        }
    }

    /// ln of the sum over the entries that an association leaves out, less that over all entries; <= 0.
    ///
    /// @param chosen index of the association's entry in each catalogue; -1 for none
    double lnWithout(int[] members, int from) {
        double ln = 0;
        for (int k = 0; k < catalogues.size(); k++) {
            int member = members[from + k];
            Group group = member < 0 ? null : groupOf[firstOf[k] + member];
            if (group != null && firstOfItsGroup(members, from, k, group)) {
                int all = group.lnSums.length - 1;
                ln += group.lnSums[all & ~chosenIn(group, members, from)] - group.lnSums[all];
            }
        }
        return ln;
    }

    private boolean firstOfItsGroup(int[] members, int from, int k, Group group) {
        for (int j = 0; j < k; j++) {
            if (members[from + j] >= 0 && groupOf[firstOf[j] + members[from + j]] == group) {
                return false;
            }
        }
        return true;
    }

    private int chosenIn(Group group, int[] members, int from) {
        int chosen = 0;
        for (int bit = 0; bit < group.entries.length; bit++) {
            int entry = group.entries[bit];
            int k = catalogueOf[entry];
            chosen |= members[from + k] == entry - firstOf[k] ? 1 << bit : 0;
        }
        return chosen;
    }

    private List<Link> links(NorthOrder[] byNorth) {
        List<Link> links = new ArrayList<>();
        MergedPosition one = new MergedPosition();
        MergedPosition both = new MergedPosition();
        for (int a = 0; a < catalogues.size(); a++) {
            for (int i = 0; i < catalogues.get(a).size(); i++) {
                one.set(catalogues.get(a), i);
                for (int b = a + 1; b < catalogues.size(); b++) {
                    Candidates others = catalogues.get(b);
                    double lnPrior = lnPrior(1 << a | 1 << b);
                    double cut = 2 * (one.lnHighestBayesFactor() + lnPrior - LN_LEAST_WEIGHT);
                    NorthOrder order = byNorth[b];
                    int to = cut > 0 ? order.end(one, cut) : 0;
                    for (int at = cut > 0 ? order.start(one, cut) : 0; at < to; at++) {
                        int j = order.entry(at);
                        double ln = both.merge(one, others, j) + lnPrior;
                        if (ln > LN_LEAST_WEIGHT) {
                            links.add(new Link(firstOf[a] + i, firstOf[b] + j, ln));
                        }
                    }
                }
            }
        }
        return links;
    }

    /// ln (N_S / prod N_k) of a set of catalogues.
    private double lnPrior(int present) {
        double ln = 0;
        double fewest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < catalogues.size(); k++) {
            if ((present & 1 << k) != 0) {
                ln -= catalogues.get(k).lnChoices();
                fewest = Math.min(fewest, catalogues.get(k).lnChoices());
            }
        }
        return ln + fewest;
    }

    private void group(List<Link> links) {
        links.sort(Comparator.comparingDouble(Link::lnWeight).reversed());
        int[][] groups = new int[catalogueOf.length][];
        for (Link link : links) {
            int[] one = groups[link.one] == null ? new int[] {link.one} : groups[link.one];
            int[] other = groups[link.other] == null ? new int[] {link.other} : groups[link.other];
            if (one != other && one.length + other.length <= LARGEST_GROUP) {
                int[] joined = Arrays.copyOf(one, one.length + other.length);
                System.arraycopy(other, 0, joined, one.length, other.length);
                for (int entry : joined) {
                    groups[entry] = joined;
                }
            }
        }
        for (int entry = 0; entry < groups.length; entry++) {
            int[] entries = groups[entry];
            if (entries != null && groupOf[entry] == null) {
                Arrays.sort(entries);
                Group group = new Group(entries, lnSums(entries));
                for (int member : entries) {
                    groupOf[member] = group;
                }
            }
        }
    }

    private double[] lnSums(int[] entries) {
        List<List<double[]>> setsFrom = new ArrayList<>();
        for (int first = 0; first < entries.length; first++) {
            List<double[]> sets = new ArrayList<>();
            MergedPosition merged = new MergedPosition();
            merged.set(candidates(entries[first]), index(entries[first]));
            collect(sets, entries, first, 1 << first, 1 << catalogueOf[entries[first]], merged, 0);
            setsFrom.add(sets);
        }
        double[] lnSums = new double[1 << entries.length];
        for (int subset = 1; subset < lnSums.length; subset++) {
            int first = Integer.numberOfTrailingZeros(subset);
            double alone = lnSums[subset & subset - 1];
            double ratio = 1;
            for (double[] set : setsFrom.get(first)) {
                int bits = (int) set[0];
                if ((bits & ~subset) == 0) {
                    ratio += Math.exp(set[1] + lnSums[subset & ~bits] - alone);
                }
            }
            lnSums[subset] = alone + Math.log(ratio);
        }
        return lnSums;
    }

    /// Collects the sets that begin with an entry, as their bits and ln of their weight.
    private void collect(
            List<double[]> sets,
            int[] entries,
            int last,
            int bits,
            int present,
            MergedPosition merged,
            double lnBayes) {
        for (int next = last + 1; next < entries.length; next++) {
            int k = catalogueOf[entries[next]];
            if ((present & 1 << k) == 0) {
                MergedPosition further = new MergedPosition();
                double ln = lnBayes + further.merge(merged, candidates(entries[next]), index(entries[next]));
                int bitsNow = bits | 1 << next;
                int presentNow = present | 1 << k;
                double lnWeight = ln + lnPrior(presentNow);
                if (lnWeight > LN_LEAST_WEIGHT) {
                    sets.add(new double[] {bitsNow, lnWeight});
                }
                collect(sets, entries, next, bitsNow, presentNow, further, ln);
            }
        }
    }

    private Candidates candidates(int entry) {
        return catalogues.get(catalogueOf[entry]);
    }

    private int index(int entry) {
        return entry - firstOf[catalogueOf[entry]];
    }
}
