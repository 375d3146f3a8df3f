package io.lynceus.benchmarks.scoring;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.FitRule;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.Objective;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.fitting.TuningReport;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Taxonomy;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark tuning`: densities and category weights for a sample as large as the authors'.
///
/// Source of the size: Tranin et al. (2022), A&A 657, A138.
@Command(name = "tuning", description = "Fit densities and tune category weights on a sample as large as the authors'.")
public final class TuningBenchmark implements Callable<Integer> {
    private static final double MISSING_SHARE = 0.3;
    private static final int FOLDS = 10;

    @Option(names = "--rows", defaultValue = "30000", description = "Sources (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--features", defaultValue = "18", description = "Features (default: ${DEFAULT-VALUE}).")
    private int features;

    @Option(names = "--classes", defaultValue = "7", description = "Classes (default: ${DEFAULT-VALUE}).")
    private int classes;

    @Override
    public Integer call() {
        System.out.printf("%,d sources, %d features, %d classes%n", rows, features, classes);
        TrainingTable table = table();
        Taxonomy taxonomy = PaperModel.taxonomy(classes);
        List<FeatureDefinition> definitions = PaperModel.definitions(features);
        FitOptions paper = new FitOptions(
                taxonomy,
                definitions,
                new FitRule.PaperMode(
                        new NaiveBayesRule.AuthorsCode(new CategoryWeights(1, 1, 1, 1), 1), new Objective.MeanF1()),
                FOLDS,
                1);
        timed("densities of paper mode, once", () -> new ModelFit(paper).likelihoods(table));
        TuningReport tuning = timed(
                "weights of paper mode by differential evolution, densities of " + FOLDS + " folds included",
                () -> new ModelFit(paper).tune(table));
        System.out.printf(
                Locale.ROOT,
                "  mean F1 %.3f at %s%n",
                tuning.objective(),
                tuning.rule().description());
        FitOptions evidence = new FitOptions(taxonomy, definitions, new FitRule.ModernMode(List.of()), FOLDS, 1);
        timed("weighted evidence, densities and weights", () -> new ModelFit(evidence).fitForSample(table));
        return 0;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long begin = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T made = work.get();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s (%.1f s of processor)%n",
                what,
                (System.nanoTime() - begin) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9);
        return made;
    }

    /// Classes that differ a little in every feature.
    private TrainingTable table() {
        Random random = new Random(20_260_101);
        double[] centres = random.doubles((long) features * classes, -1, 1).toArray();
        double[] values = new double[rows * features];
        for (int i = 0; i < values.length; i++) {
            int sourceClass = i / features % classes;
            values[i] = random.nextDouble() < MISSING_SHARE
                    ? Double.NaN
                    : centres[i % features * classes + sourceClass] + 2 * random.nextGaussian();
        }
        Taxonomy taxonomy = PaperModel.taxonomy(classes);
        return new TrainingTable(
                PaperModel.definitions(features).stream()
                        .map(FeatureDefinition::name)
                        .toList(),
                values,
                IntStream.range(0, rows)
                        .mapToObj(row -> taxonomy.classes().get(row % classes))
                        .toList(),
                IntStream.range(0, rows).mapToLong(row -> random.nextInt(1000)).toArray());
    }
}
