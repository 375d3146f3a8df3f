package io.lynceus.benchmarks.consensus;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.labels.consensus.ConsensusMethod;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.ErrorModel;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.Glad;
import io.lynceus.labels.consensus.Iterations;
import io.lynceus.labels.consensus.MajorityVote;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.Scorecard;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.consensus.WeightedMajority;
import io.lynceus.testing.SimulatedCrowd;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark consensus`: every method on simulated crowds, then Dawid–Skene on any number of votes.
@Command(
        name = "consensus",
        description = "Scores methods of consensus on simulated crowds, and times Dawid-Skene on many votes.",
        mixinStandardHelpOptions = true)
public final class ConsensusCommand implements Callable<Integer> {
    /// Number of simulated sources whose class is known, to learn a temperature from.
    private static final int KNOWN = 500;
    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--votes", defaultValue = "1800000", description = "Votes to time (${DEFAULT-VALUE}).")
    private int votes;

    @Option(names = "--sources", defaultValue = "100000", description = "Sources they are for (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--users", defaultValue = "20000", description = "Users who cast them (${DEFAULT-VALUE}).")
    private int users;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the crowds (${DEFAULT-VALUE}).")
    private long seed;

    private static Map<String, ConsensusMethod> methods() {
        Map<String, ConsensusMethod> methods = new LinkedHashMap<>();
        methods.put("majority", new MajorityVote());
        methods.put("weighted majority", new WeightedMajority());
        methods.put("GLAD", new Glad());
        methods.put("one-coin, no priors", new DawidSkene(ErrorModel.ONE_COIN, Priors.NONE, Iterations.USUAL));
        methods.put("one-coin", new DawidSkene(ErrorModel.ONE_COIN, Priors.USUAL, Iterations.USUAL));
        methods.put("Dawid-Skene, no priors", new DawidSkene(ErrorModel.FULL, Priors.NONE, Iterations.USUAL));
        for (int weight : new int[] {4, 10, 20}) {
            Priors priors = new Priors(0.7, weight, weight, 1);
            methods.put(
                    "Dawid-Skene, priors of %d votes".formatted(weight),
                    new DawidSkene(ErrorModel.FULL, priors, Iterations.USUAL));
        }
        methods.put("Dawid-Skene", new DawidSkene());
        return methods;
    }

    @Override
    public Integer call() {
        score("500 users of all kinds, 5,000 sources, 50,000 votes", SimulatedCrowd.mixed(5_000, 500, 50_000, seed));
        for (int each : new int[] {2, 3, 5}) {
            score(
                    "400 skilled users, 1,000 easy sources, %d votes each".formatted(each),
                    SimulatedCrowd.easy(1_000, 400, 1_000 * each, seed));
        }
        time();
        return 0;
    }

    private static VoteMatrix matrix(SimulatedCrowd crowd) {
        return VoteMatrix.of(
                SimulatedCrowd.CLASSES,
                crowd.truth().length,
                crowd.users(),
                crowd.source(),
                crowd.user(),
                crowd.answer());
    }

    private static void score(String name, SimulatedCrowd crowd) {
        VoteMatrix matrix = matrix(crowd);
        byte[] known = crowd.truth().clone();
        Arrays.fill(known, KNOWN, known.length, VoteMatrix.NO_CLASS);
        System.out.printf(
                "%n%s%n%-34s %8s %18s %11s %6s %18s%n",
                name, "method", "accuracy", "95%", "confidence", "ECE", "ECE at temperature");
        methods().forEach((method, consensus) -> {
            Posteriors posteriors = consensus.estimate(matrix).posteriors();
            Scorecard card = Scorecard.of(posteriors, crowd.truth());
            Temperature temperature = Temperature.fit(posteriors, known);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %8.4f   [%.4f, %.4f] %11.3f %6.3f %8.3f at %6.2f%n",
                    method,
                    card.accuracy().share(),
                    card.accuracy().low(),
                    card.accuracy().high(),
                    card.meanConfidence(),
                    card.calibrationError(),
                    Scorecard.of(temperature.of(posteriors), crowd.truth()).calibrationError(),
                    temperature.value());
        });
    }

    private void time() {
        SimulatedCrowd crowd = SimulatedCrowd.mixed(sources, users, votes, seed);
        System.out.printf("%n%,d votes of %,d users for %,d sources%n", votes, users, sources);
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double before = peakMebibytes();
        long begin = System.nanoTime();
        VoteMatrix matrix = matrix(crowd);
        long built = System.nanoTime();
        Estimate estimate = new DawidSkene().estimate(matrix);
        long end = System.nanoTime();
        double after = peakMebibytes();
        Scorecard majority = Scorecard.of(new MajorityVote().estimate(matrix).posteriors(), crowd.truth());
        Scorecard card = Scorecard.of(estimate.posteriors(), crowd.truth());
        AnswerCheck.require(
                card.accuracy().low() > majority.accuracy().high(), "right more often than the majority: " + card);
        System.out.printf(
                Locale.ROOT,
                "full Dawid-Skene: matrix in %.2f s, %d iterations in %.1f s, heap %.0f MiB at most"
                        + " (%.0f MiB of it the votes as given); accuracy %.4f, majority %.4f%n",
                (built - begin) / 1e9,
                estimate.iterations(),
                (end - built) / 1e9,
                after,
                before,
                card.accuracy().share(),
                majority.accuracy().share());
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double peakMebibytes() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBIBYTE;
    }
}
