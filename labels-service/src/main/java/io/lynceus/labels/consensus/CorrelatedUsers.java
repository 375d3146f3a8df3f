package io.lynceus.labels.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Users that err together far more than their skill and the sources explain, as several accounts of one person do.
///
/// Every pair with enough common sources has an e-value ([CopyEvidence]). Of `m` pairs the `k` largest are taken, for
/// the largest `k` whose smallest e-value is at least `m / (α k)`: e-Benjamini–Hochberg, which keeps the expected share
/// of false ones below `α` however the pairs depend on each other, and pairs that share a user do. Pairs that share a
/// user make groups.
///
/// Source: Wang & Ramdas 2022, J. R. Stat. Soc. B 84, 822, doi:10.1111/rssb.12489.
///
/// @param pairs those taken, the strongest first
/// @param groups connected users, each group in the order of their numbers
/// @param tested pairs with enough common sources
public record CorrelatedUsers(List<Pair> pairs, List<List<Integer>> groups, int tested) {
    /// Fewer common sources say nothing [sources].
    public static final int LEAST_COMMON = 10;
    /// Expected share of false ones among the pairs taken, at most.
    public static final double FALSE_SHARE = 0.01;

    /// @param lnEvidence natural logarithm of the e-value
    public record Pair(int first, int second, double lnEvidence) {}

    public CorrelatedUsers {
        pairs = List.copyOf(pairs);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /// @param block of each user, -1 if of none; members of a block may vouch for each other
    public static CorrelatedUsers find(VoteMatrix votes, Estimate estimate, int[] block) {
        CommonSources common = new CommonSources(votes, block);
        CopyEvidence evidence = new CopyEvidence(votes, estimate, Priors.USUAL, block, common);
        List<Pair> likely = new ArrayList<>();
        int[] tested = {0};
        for (int rank = 0; rank < common.users(); rank++) {
            int first = rank;
            common.sharers(rank, LEAST_COMMON, second -> {
                tested[0]++;
                double ln = evidence.lnEvidence(first, second);
                if (ln > -Math.log(FALSE_SHARE)) {
                    likely.add(new Pair(common.user(first), common.user(second), ln));
                }
            });
        }
        List<Pair> taken = taken(likely, tested[0]);
        return new CorrelatedUsers(taken, groups(taken), tested[0]);
    }

    private static List<Pair> taken(List<Pair> likely, int tested) {
        likely.sort(Comparator.comparingDouble(Pair::lnEvidence)
                .reversed()
                .thenComparingInt(Pair::first)
                .thenComparingInt(Pair::second));
        int count = IntStream.rangeClosed(1, likely.size())
                .filter(k -> likely.get(k - 1).lnEvidence() >= Math.log(tested / (FALSE_SHARE * k)))
                .max()
                .orElse(0);
        return likely.subList(0, count);
    }

    private static List<List<Integer>> groups(List<Pair> pairs) {
        Map<Integer, Integer> parent = new TreeMap<>();
        for (Pair pair : pairs) {
            int one = root(parent, pair.first());
            int other = root(parent, pair.second());
            parent.put(Math.max(one, other), Math.min(one, other));
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int user : parent.keySet()) {
            groups.computeIfAbsent(root(parent, user), root -> new ArrayList<>())
                    .add(user);
        }
        return List.copyOf(groups.values());
    }

    private static int root(Map<Integer, Integer> parent, int user) {
        int root = user;
        for (int next = parent.computeIfAbsent(root, self -> self); next != root; next = parent.get(root)) {
            root = next;
        }
        return root;
    }
}
