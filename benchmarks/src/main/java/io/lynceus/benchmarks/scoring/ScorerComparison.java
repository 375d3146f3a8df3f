package io.lynceus.benchmarks.scoring;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.fitting.DensityEstimate;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.scoring.ReferenceScorer;
import io.lynceus.classifier.scoring.Scorer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark scorer`: sources per second of processor in paper mode, beside the plain scorer and numpy.
///
/// Processor time of the one thread that works, so that other work on the machine counts little.
@Command(
        name = "scorer",
        description =
                "Score sources in paper mode: fast, with tracks, plainly, and in numpy; per second of one processor.")
public final class ScorerComparison implements Callable<Integer> {
    private static final int FEATURES = 30;
    private static final double TOLERANCE = 1e-9;
    private static final double WARM_UP_SECONDS = 2;

    @Option(names = "--rows", defaultValue = "20000", description = "Sources (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Rounds, of which the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "Python with numpy (default: ${DEFAULT-VALUE}).")
    private String python = "python3";

    /// What a pass gave, kept so that no compiler leaves the pass out.
    private volatile double[] last = {};

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf(
                "%d features, a third missing; sources/s of one processor, median of %d rounds%n", FEATURES, rounds);
        for (int classes : new int[] {4, 7}) {
            PaperModel paper = PaperModel.of(FEATURES, classes, rows, 20_260_101);
            Scorer fast = Scorer.of(paper.model());
            Scorer plain = new ReferenceScorer(paper.model());
            double[] expected = plain.scores(paper.values());
            requireEqual(expected, fast.scores(paper.values()), "the fast scorer");
            requireEqual(plain.evidence(paper.values()), fast.evidence(paper.values()), "the fast scorer's evidence");
            double scores = rate(() -> fast.scores(paper.values()));
            double track = rate(() -> fast.evidence(paper.values()));
            double reference = rate(() -> plain.scores(paper.values()));
            OptionalDouble numpy = numpy(paper, expected);
            System.out.printf(
                    Locale.ROOT,
                    "%d classes: fast %,.0f   with the evidence of every feature %,.0f (costs %.1f times)   plain"
                            + " %,.0f   numpy %s%n",
                    classes,
                    scores,
                    track,
                    scores / track,
                    reference,
                    numpy.isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "%,.0f (fast is %.1f times)",
                                    numpy.getAsDouble(),
                                    scores / numpy.getAsDouble())
                            : "is missing: apt-get install python3-numpy");
        }
        return 0;
    }

    private static void requireEqual(double[] expected, double[] actual, String what) {
        AnswerCheck.require(expected.length == actual.length, what + " gives as many numbers");
        for (int i = 0; i < expected.length; i++) {
            AnswerCheck.requireClose(expected[i], actual[i], TOLERANCE, what + " at " + i);
        }
    }

    /// Median over the rounds, after a warm-up.
    private double rate(Supplier<double[]> pass) {
        double begin = processorSeconds();
        while (processorSeconds() - begin < WARM_UP_SECONDS) {
            last = pass.get();
        }
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double from = processorSeconds();
            int passes = 0;
            do {
                last = pass.get();
                passes++;
            } while (processorSeconds() - from < 0.5);
            rates[round] = passes * (double) rows / (processorSeconds() - from);
        }
        Arrays.sort(rates);
        return rates[rounds / 2];
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /// Empty where there is no numpy.
    private OptionalDouble numpy(PaperModel paper, double[] expected) throws IOException, InterruptedException {
        if (run("-c", "import numpy").exit != 0) {
            return OptionalDouble.empty();
        }
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            Path folder = temporary.path();
            write(folder, paper);
            Path script = folder.resolve("scorer.py");
            try (var source = Objects.requireNonNull(getClass().getResourceAsStream("/scorer.py"))) {
                Files.copy(source, script);
            }
            NaiveBayes bayes = (NaiveBayes) paper.model().rule();
            PythonRun ran = run(
                    script.toString(),
                    folder.toString(),
                    Integer.toString(rows),
                    Integer.toString(FEATURES),
                    Integer.toString(bayes.classes()),
                    Integer.toString(DensityEstimate.BINS),
                    Integer.toString(PropertyCategory.values().length));
            AnswerCheck.require(ran.exit == 0, "numpy: " + ran.output);
            double[] scores = new double[expected.length];
            ByteBuffer.wrap(Files.readAllBytes(folder.resolve("scores")))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(scores);
            requireEqual(expected, scores, "numpy");
            return OptionalDouble.of(rows / Double.parseDouble(ran.output.strip()));
        }
    }

    private record PythonRun(int exit, String output) {}

    private PythonRun run(String... arguments) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of(python), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new PythonRun(process.waitFor(), output);
        } catch (IOException noPython) {
            return new PythonRun(-1, String.valueOf(noPython.getMessage()));
        }
    }

    private static void write(Path folder, PaperModel paper) throws IOException {
        NaiveBayes bayes = (NaiveBayes) paper.model().rule();
        NaiveBayesRule rule = bayes.rule();
        int classes = bayes.classes();
        write(folder.resolve("values"), paper.values());
        write(folder.resolve("prior"), paper.model().prior().logarithms());
        write(folder.resolve("low"), of(bayes, likelihood ->
                new double[] {likelihood.densities().getFirst().low()}));
        write(folder.resolve("high"), of(bayes, likelihood ->
                new double[] {likelihood.densities().getFirst().high()}));
        write(folder.resolve("category"), of(bayes, likelihood ->
                new double[] {likelihood.feature().category().ordinal()}));
        write(folder.resolve("measured"), of(bayes, likelihood -> likelihood.presentShares().stream()
                .mapToDouble(share -> Math.exp(rule.lnPresent(share)))
                .toArray()));
        write(folder.resolve("missing"), of(bayes, likelihood -> likelihood.presentShares().stream()
                .mapToDouble(share -> Math.exp(rule.lnMissing(share)))
                .toArray()));
        write(folder.resolve("tables"), of(bayes, likelihood -> {
            double[] table = new double[DensityEstimate.BINS * classes];
            for (int i = 0; i < table.length; i++) {
                table[i] = likelihood.densities().get(i % classes).densities().get(i / classes);
            }
            return table;
        }));
        PropertyCategory[] categories = PropertyCategory.values();
        double[] exponents = new double[(FEATURES + 1) * categories.length];
        for (int i = 0; i < exponents.length; i++) {
            int present = i / categories.length;
            exponents[i] = rule.exponent(categories[i % categories.length], present, FEATURES - present);
        }
        write(folder.resolve("exponents"), exponents);
    }

    private static double[] of(NaiveBayes bayes, java.util.function.Function<FeatureLikelihood, double[]> part) {
        return bayes.likelihoods().stream()
                .flatMapToDouble(likelihood -> Arrays.stream(part.apply(likelihood)))
                .toArray();
    }

    private static void write(Path file, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Files.write(file, bytes.array());
    }
}
