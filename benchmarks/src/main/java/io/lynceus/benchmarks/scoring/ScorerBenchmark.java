package io.lynceus.benchmarks.scoring;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.ScoringRule;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.ReferenceScorer;
import io.lynceus.classifier.scoring.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Evidence of a batch of sources under the shipped model `csc2`, per source: the fast scorer beside the plain one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// JMH calls the set-up before any kernel.
@SuppressWarnings("NullAway.Init")
public class ScorerBenchmark {
    private static final int ROWS = 500;
    private static final long SEED = 20_260_101;
    private static final double MISSING_SHARE = 0.3;
    /// Largest difference of the two in ln evidence, as the fast scorers promise.
    private static final double TOLERANCE = 1e-9;

    private Scorer batch;
    private Scorer reference;
    private double[] values;

    /// Draws the sources, and checks that both scorers agree on every number.
    @Setup
    public void draw() throws IOException {
        Model model = shipped();
        batch = Scorer.of(model);
        reference = new ReferenceScorer(model);
        values = values(model, new Random(SEED));
        double[] expected = reference.evidence(values);
        double[] actual = batch.evidence(values);
        AnswerCheck.require(expected.length == actual.length, "both scorers give as many numbers");
        for (int i = 0; i < expected.length; i++) {
            AnswerCheck.requireClose(expected[i], actual[i], TOLERANCE, "ln evidence " + i);
        }
    }

    private static Model shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream("/models/csc2.json"))) {
            return ModelDocument.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .model();
        }
    }

    /// double[rows * features], within each density's range, some missing.
    private static double[] values(Model model, Random random) {
        List<double[]> ranges = ranges(model.rule());
        double[] values = new double[ROWS * ranges.size()];
        for (int i = 0; i < values.length; i++) {
            double[] range = ranges.get(i % ranges.size());
            values[i] = random.nextDouble() < MISSING_SHARE
                    ? Double.NaN
                    : range[0] + (range[1] - range[0]) * random.nextDouble();
        }
        return values;
    }

    /// Lowest and highest value of each feature.
    private static List<double[]> ranges(ScoringRule rule) {
        return switch (rule) {
            case NaiveBayes bayes ->
                bayes.likelihoods().stream()
                        .map(likelihood -> likelihood.densities().getFirst())
                        .map(density -> new double[] {density.low(), density.high()})
                        .toList();
            case WeightedEvidence weighted ->
                weighted.terms().stream()
                        .filter(term -> term.axes().size() == 1)
                        .map(term -> term.axes().getFirst())
                        .map(axis -> new double[] {axis.low(), axis.high()})
                        .toList();
        };
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] batchScorer() {
        return batch.evidence(values);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] referenceScorer() {
        return reference.evidence(values);
    }
}
