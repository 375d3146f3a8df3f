package io.lynceus.benchmarks.consensus;

import io.lynceus.labels.consensus.CorrelatedUsers;
import io.lynceus.labels.consensus.CorrelatedUsers.Pair;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.testing.SimulatedCrowd;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark copies`: how many copying accounts are found, and how many honest ones are mistaken for copies.
@Command(
        name = "copies",
        description = "Looks for accounts that copy others in simulated crowds, and times the search in a large one.",
        mixinStandardHelpOptions = true)
public final class CopiesCommand implements Callable<Integer> {
    private static final int COPIED = 20;
    /// Number of votes of a copied user.
    private static final int LEAST = 30;
    private static final double SECOND_NS = 1e9;

    @Option(names = "--crowds", defaultValue = "10", description = "Crowds of each kind (${DEFAULT-VALUE}).")
    private int crowds;

    @Option(names = "--votes", defaultValue = "1800000", description = "Votes to time (${DEFAULT-VALUE}).")
    private int votes;

    @Option(names = "--sources", defaultValue = "20000", description = "Sources they are for (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--users", defaultValue = "20000", description = "Users who cast them (${DEFAULT-VALUE}).")
    private int users;

    @FunctionalInterface
    private interface Crowd {
        SimulatedCrowd of(long seed);
    }

    @Override
    public Integer call() {
        System.out.printf("%-40s %9s %s%n", "crowd", "pairs", "pairs of honest users that were taken");
        honest("500 users, 5,000 sources, 50,000 votes", seed -> SimulatedCrowd.mixed(5_000, 500, 50_000, seed));
        honest("50 users, 500 sources, 10,000 votes", seed -> SimulatedCrowd.mixed(500, 50, 10_000, seed));
        honest("the same, all skilled, easy sources", seed -> SimulatedCrowd.easy(500, 50, 10_000, seed));
        System.out.printf("%n%-8s %-8s %-26s %s%n", "faithful", "copies", "found", "pairs of others");
        for (double faithful : new double[] {0.7, 0.85, 1}) {
            for (int copies : new int[] {1, 3}) {
                copies(faithful, copies);
            }
        }
        time();
        return 0;
    }

    private static VoteMatrix votes(SimulatedCrowd crowd) {
        return VoteMatrix.of(
                SimulatedCrowd.CLASSES,
                crowd.truth().length,
                crowd.users(),
                crowd.source(),
                crowd.user(),
                crowd.answer());
    }

    private static CorrelatedUsers find(SimulatedCrowd crowd) {
        int[] noBlocks = new int[crowd.users()];
        Arrays.fill(noBlocks, -1);
        VoteMatrix votes = votes(crowd);
        return CorrelatedUsers.find(votes, new DawidSkene().estimate(votes), noBlocks);
    }

    private void honest(String name, Crowd crowd) {
        int tested = 0;
        int taken = 0;
        for (long seed = 1; seed <= crowds; seed++) {
            CorrelatedUsers found = find(crowd.of(seed));
            tested += found.tested();
            taken += found.pairs().size();
        }
        System.out.printf("%-40s %,9d %s%n", name, tested, rate(new SuccessRate(taken, tested)));
    }

    private void copies(double faithful, int copies) {
        int found = 0;
        int others = 0;
        for (long seed = 1; seed <= crowds; seed++) {
            SimulatedCrowd crowd = SimulatedCrowd.mixed(5_000, 500, 50_000, seed);
            int[] originals = crowd.copied(COPIED, LEAST, seed);
            boolean[] caught = new boolean[crowd.users() + COPIED * copies];
            for (Pair pair : find(crowd.withCopies(COPIED, copies, faithful, LEAST, seed))
                    .pairs()) {
                int first = person(pair.first(), crowd.users(), copies, originals);
                int second = person(pair.second(), crowd.users(), copies, originals);
                others += first == second ? 0 : 1;
                caught[pair.first()] |= first == second;
                caught[pair.second()] |= first == second;
            }
            for (int user = crowd.users(); user < caught.length; user++) {
                found += caught[user] ? 1 : 0;
            }
        }
        SuccessRate rate = new SuccessRate(found, crowds * COPIED * copies);
        System.out.printf(Locale.ROOT, "%-8.2f %-8d %-26s %d%n", faithful, copies, rate(rate), others);
    }

    private static int person(int user, int honest, int copies, int[] originals) {
        return user < honest ? user : originals[(user - honest) / copies];
    }

    private static String rate(SuccessRate rate) {
        return String.format(
                Locale.ROOT,
                "%d of %d, %.5f (%.5f-%.5f)",
                rate.successes(),
                rate.trials(),
                rate.share(),
                rate.low(),
                rate.high());
    }

    private void time() {
        SimulatedCrowd crowd = SimulatedCrowd.mixed(sources, users, votes, 1);
        VoteMatrix matrix = votes(crowd);
        int[] noBlocks = new int[users];
        Arrays.fill(noBlocks, -1);
        Estimate estimate = new DawidSkene().estimate(matrix);
        long begin = System.nanoTime();
        CorrelatedUsers found = CorrelatedUsers.find(matrix, estimate, noBlocks);
        System.out.printf(
                Locale.ROOT,
                "%n%,d votes of %,d users for %,d sources: %,d pairs tested in %.1f s%n",
                votes,
                users,
                sources,
                found.tested(),
                (System.nanoTime() - begin) / SECOND_NS);
    }
}
