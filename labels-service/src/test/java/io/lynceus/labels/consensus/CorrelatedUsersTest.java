package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.SimulatedCrowd;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatedUsersTest {
    private static final byte XRB = 2;
    private static final byte CV = 3;

    private static CorrelatedUsers find(SimulatedCrowd crowd, int[] block) {
        VoteMatrix votes = VoteMatrix.of(
                SimulatedCrowd.CLASSES,
                crowd.truth().length,
                crowd.users(),
                crowd.source(),
                crowd.user(),
                crowd.answer());
        return CorrelatedUsers.find(votes, new DawidSkene().estimate(votes), block);
    }

    private static CorrelatedUsers find(SimulatedCrowd crowd) {
        int[] block = new int[crowd.users()];
        Arrays.fill(block, -1);
        return find(crowd, block);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void accountsThatCopyAreFoundAndHonestOnesAreLeftAlone(long seed) {
        SimulatedCrowd crowd = SimulatedCrowd.mixed(5_000, 500, 50_000, seed);
        CorrelatedUsers found = find(crowd.withCopies(20, 1, 0.85, 30, seed));
        int[] originals = crowd.copied(20, 30, seed);
        long right = found.pairs().stream()
                .filter(pair -> pair.second() >= 500 && originals[pair.second() - 500] == pair.first())
                .count();
        assertTrue(right >= 18, () -> right + " of 20 copies found");
        assertTrue(found.pairs().size() - right <= 1, found::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void crowdWithoutCopiesHasNoCorrelatedUsersThoughItsAdversariesAndSpammersErrAlike(long seed) {
        CorrelatedUsers found = find(SimulatedCrowd.mixed(5_000, 500, 50_000, seed));
        assertEquals(List.of(), found.groups());
        assertTrue(found.tested() > 4_000, found::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void skilledUsersWhoAgreeOnNearlyEverythingAreNotTakenForOne(long seed) {
        CorrelatedUsers found = find(SimulatedCrowd.easy(500, 50, 10_000, seed));
        assertEquals(List.of(), found.groups());
        assertEquals(50 * 49 / 2, found.tested());
    }

    /// Three honest users know 30 binaries; a block of 20 accounts says of every one that it is a cataclysmic
    /// variable, so that the consensus is theirs.
    @Test
    void blockThatOutvotesAllOthersDoesNotVouchForItself() {
        int honest = 3;
        int copies = 20;
        int[] source = IntStream.range(0, 30 * (honest + copies))
                .map(vote -> vote / (honest + copies))
                .toArray();
        int[] user = IntStream.range(0, source.length)
                .map(vote -> vote % (honest + copies))
                .toArray();
        byte[] answer = new byte[source.length];
        Random random = new Random(1);
        for (int vote = 0; vote < answer.length; vote++) {
            answer[vote] = user[vote] >= honest ? CV : random.nextInt(10) == 0 ? (byte) random.nextInt(5) : XRB;
        }
        byte[] truth = new byte[30];
        Arrays.fill(truth, XRB);
        SimulatedCrowd crowd = new SimulatedCrowd(truth, honest + copies, source, user, answer);
        int[] block = IntStream.range(0, honest + copies)
                .map(each -> each < honest ? -1 : 0)
                .toArray();
        assertEquals(
                List.of(IntStream.range(honest, honest + copies).boxed().toList()),
                find(crowd, block).groups());
    }

    @Test
    void membersOfABlockMeetWhereCountlessOthersVotedToo() {
        int users = 10 * CommonSources.WINDOW;
        int sources = 12;
        int[] source =
                IntStream.range(0, users * sources).map(vote -> vote / users).toArray();
        int[] user =
                IntStream.range(0, users * sources).map(vote -> vote % users).toArray();
        int[] block = new int[users];
        Arrays.fill(block, -1);
        block[0] = 7;
        block[users - 1] = 7;
        CommonSources common = new CommonSources(
                VoteMatrix.of(SimulatedCrowd.CLASSES, sources, users, source, user, new byte[source.length]), block);
        TreeSet<Integer> met = new TreeSet<>();
        int pairs = 0;
        for (int rank = 0; rank < users; rank++) {
            int own = rank;
            int[] count = {0};
            common.sharers(rank, sources, other -> {
                count[0]++;
                if (common.user(own) == 0) {
                    met.add(common.user(other));
                }
            });
            assertTrue(count[0] <= CommonSources.WINDOW, () -> count[0] + " pairs of one user");
            pairs += count[0];
        }
        assertTrue(met.contains(users - 1), met::toString);
        assertTrue(pairs <= users * CommonSources.WINDOW, pairs + " pairs");
    }
}
