package io.lynceus.crossmatch.surroundings;

import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.Associations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Counterparts of a detection, ranked by the associations that they take part in.
///
/// @param near in the order of the match
/// @param associations of them
record CounterpartRanking(List<NearbyEntries> near, Associations associations) {
    private static final Comparator<Counterpart> MOST_PROBABLE_FIRST = Comparator.comparingDouble(
                    (Counterpart one) -> -one.matchProbability())
            .thenComparingDouble(one -> -one.match().log10BayesFactor())
            .thenComparingDouble(one -> one.match().separationArcsec())
            .thenComparing(one -> one.entry().id());

    /// @param most candidates of a catalogue, and associations, that are kept
    Counterparts counterparts(XrayDetection detection, int most) {
        int[][] flags = flags();
        List<Counterpart> candidates = IntStream.range(0, near.size())
                .boxed()
                .sorted(Comparator.comparing(k -> near.get(k).catalogue()))
                .flatMap(k -> candidates(detection, k, flags[k]).stream().limit(most))
                .toList();
        return new Counterparts(candidates, associations.anyMatch(), flagged(most));
    }

    private List<Counterpart> candidates(XrayDetection detection, int k, int[] flags) {
        NearbyEntries entries = near.get(k);
        int size = entries.neighbours().size();
        double any = associations.anyMatchIn(k);
        double[] matches = associations.matchesIn(k, size);
        double[] odds = associations.log10OddsIn(k, size);
        List<Counterpart> candidates = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> new Counterpart(
                        entries.catalogue(),
                        entries.role(),
                        entries.neighbours().get(i).entry(),
                        entries.neighbours().get(i).match(),
                        any,
                        Math.min(1, matches[i]),
                        false,
                        flags[i],
                        entries.terms(detection, i, odds[i])))
                .sorted(MOST_PROBABLE_FIRST)
                .toList());
        candidates.set(0, candidates.getFirst().asBest());
        return candidates;
    }

    /// The best flag of any association that an entry is in: 1 before 2 before 0.
    private int[][] flags() {
        int[][] flags = new int[near.size()][];
        for (int k = 0; k < flags.length; k++) {
            flags[k] = new int[near.get(k).neighbours().size()];
        }
        for (int row = 1; row < associations.size(); row++) {
            int flag = associations.flag(row);
            for (int k = 0; flag > 0 && k < flags.length; k++) {
                int member = associations.member(row, k);
                if (member >= 0 && flags[k][member] != 1) {
                    flags[k][member] = flag;
                }
            }
        }
        return flags;
    }

    private List<Association> flagged(int most) {
        return IntStream.range(1, associations.size())
                .filter(row -> associations.flag(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -associations.match(row)))
                .limit(most)
                .map(this::association)
                .toList();
    }

    private Association association(int row) {
        List<Association.Member> members = IntStream.range(0, near.size())
                .filter(k -> associations.member(row, k) >= 0)
                .mapToObj(k -> new Association.Member(
                        near.get(k).catalogue(),
                        near.get(k)
                                .neighbours()
                                .get(associations.member(row, k))
                                .entry()
                                .id()))
                .sorted(Comparator.comparing(Association.Member::catalogue))
                .toList();
        return new Association(
                members,
                associations.log10BayesFactor(row),
                associations.distPost(row),
                associations.single(row),
                associations.match(row),
                associations.flag(row));
    }
}
