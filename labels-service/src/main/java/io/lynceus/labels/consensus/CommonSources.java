package io.lynceus.labels.consensus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Votes by user and by source: finds users with common sources without a look at every pair of users.
///
/// Users have ranks: those of one block follow each other, and within it they keep the order of their numbers. In a
/// source with many votes, a user is paired only with the [#WINDOW] next by rank. So the work is bounded by `votes *
/// WINDOW`, and members of one block still meet. Not thread-safe.
final class CommonSources {
    /// Pairs of one user at one source [users]. More than the 40 voters at which the usual rule retires a source
    /// are rare.
    static final int WINDOW = 40;

    private final VoteMatrix votes;
    private final int[] block;
    /// Behind the last vote of each rank, `int[users + 1]`; votes of a rank are in the order of their sources.
    private final int[] beginOfRank;
    private final int[] rankOf;
    private final int[] sourceOf;
    private final byte[] answerOf;
    /// Votes for each source in the order of ranks: rank of each.
    private final int[] ranksAtSource;
    private final int[] userOfRank;
    private final int[] common;

    /// @param block of each user, -1 if of none
    CommonSources(VoteMatrix votes, int[] block) {
        this.votes = votes;
        this.block = block;
        userOfRank = IntStream.range(0, votes.users())
                .boxed()
                .sorted(Comparator.comparingInt((Integer user) -> block[user]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        rankOf = new int[userOfRank.length];
        IntStream.range(0, userOfRank.length).forEach(rank -> rankOf[userOfRank[rank]] = rank);
        beginOfRank = new int[userOfRank.length + 1];
        sourceOf = new int[votes.votes()];
        answerOf = new byte[votes.votes()];
        ranksAtSource = new int[votes.votes()];
        common = new int[userOfRank.length];
        sort();
    }

    private void sort() {
        for (int vote = 0; vote < votes.votes(); vote++) {
            beginOfRank[rankOf[votes.user(vote)] + 1]++;
        }
        Arrays.parallelPrefix(beginOfRank, Integer::sum);
        int[] next = beginOfRank.clone();
        for (int source = 0; source < votes.sources(); source++) {
            for (int vote = votes.begin(source); vote < votes.end(source); vote++) {
                int rank = rankOf[votes.user(vote)];
                ranksAtSource[vote] = rank;
                sourceOf[next[rank]] = source;
                answerOf[next[rank]++] = (byte) votes.answer(vote);
            }
            Arrays.sort(ranksAtSource, votes.begin(source), votes.end(source));
        }
    }

    int users() {
        return userOfRank.length;
    }

    int user(int rank) {
        return userOfRank[rank];
    }

    int block(int rank) {
        return block[userOfRank[rank]];
    }

    /// Calls `found` with the rank of each later user that shares at least `least` sources.
    void sharers(int rank, int least, IntConsumer found) {
        int[] touched = new int[64];
        int count = 0;
        for (int i = beginOfRank[rank]; i < beginOfRank[rank + 1]; i++) {
            int end = votes.end(sourceOf[i]);
            int own = Arrays.binarySearch(ranksAtSource, votes.begin(sourceOf[i]), end, rank);
            for (int other = own + 1; other < Math.min(end, own + 1 + WINDOW); other++) {
                int sharer = ranksAtSource[other];
                if (common[sharer]++ == 0) {
                    touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
                    touched[count++] = sharer;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            int shared = common[touched[i]];
            common[touched[i]] = 0;
            if (shared >= least) {
                found.accept(touched[i]);
            }
        }
    }

    /// A source for which both named a class.
    @FunctionalInterface
    interface Shared {
        void at(int source, int answer, int otherAnswer);
    }

    /// Calls `shared` for each source for which both named a class.
    void forEachShared(int rank, int otherRank, Shared shared) {
        int i = beginOfRank[rank];
        int j = beginOfRank[otherRank];
        while (i < beginOfRank[rank + 1] && j < beginOfRank[otherRank + 1]) {
            if (sourceOf[i] < sourceOf[j]) {
                i++;
            } else if (sourceOf[i] > sourceOf[j]) {
                j++;
            } else {
                if (answerOf[i] >= 0 && answerOf[j] >= 0) {
                    shared.at(sourceOf[i], answerOf[i], answerOf[j]);
                }
                i++;
                j++;
            }
        }
    }
}
