package io.lynceus.benchmarks.training;

import io.lynceus.benchmarks.consensus.LoopDrawing;
import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.training.LabelledSource;
import io.lynceus.standalone.training.SimulatedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark loop`: what volunteers' votes buy the classifier, asked by the policy and at random.
@Command(
        name = "loop",
        description = "A small training sample, a simulated crowd, the next model: F1 on held-out truth by votes cast.",
        mixinStandardHelpOptions = true)
public final class LoopBenchmark implements Callable<Integer> {
    @Option(names = "--sources", defaultValue = "8000", description = "Sources of a survey (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--surveys", defaultValue = "3", description = "Surveys, each of its seed (${DEFAULT-VALUE}).")
    private int surveys;

    @Option(names = "--start", defaultValue = "100", description = "Sources known at the start (${DEFAULT-VALUE}).")
    private int start;

    @Option(names = "--rounds", defaultValue = "3", description = "Models after the first (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--votes", defaultValue = "3000", description = "Votes between two models (${DEFAULT-VALUE}).")
    private int votes;

    @Option(names = "--votes-each", defaultValue = "15", description = "Votes for a source (${DEFAULT-VALUE}).")
    private int votesEach;

    @Option(names = "--confidence", defaultValue = "0.9", description = "To learn from a consensus (${DEFAULT-VALUE}).")
    private double confidence;

    @Option(names = "--plot", paramLabel = "FILE", description = "Also draw the result (.svg).")
    private @Nullable Path plot;

    @Override
    public Integer call() throws IOException {
        List<List<LabellingLoop.State>> byPolicy = new ArrayList<>();
        List<List<LabellingLoop.State>> atRandom = new ArrayList<>();
        System.out.printf(
                "%6s %-8s %7s %8s %8s %9s %8s %8s%n",
                "survey", "asked by", "votes", "labels", "XRBs", "right", "F1 XRB", "macro F1");
        for (int seed = 1; seed <= surveys; seed++) {
            LabellingLoop loop = new LabellingLoop(survey(seed), start, votesEach, confidence, seed);
            byPolicy.add(loop.run(true, rounds, votes));
            atRandom.add(loop.run(false, rounds, votes));
            print(seed, "policy", byPolicy.getLast());
            print(seed, "random", atRandom.getLast());
        }
        System.out.println("mean F1 of XRBs by votes: policy " + means(byPolicy) + ", random " + means(atRandom));
        Path file = plot;
        if (file != null) {
            Files.writeString(file, new LoopDrawing(curves(byPolicy), curves(atRandom)).svg());
        }
        return 0;
    }

    private List<LabelledSource> survey(long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return new SimulatedSample(new FeatureExtractor(RulesFile.shipped()), folder.path())
                    .draw(SurveyPlan.of(sources, seed))
                    .sources();
        }
    }

    private static void print(int survey, String asked, List<LabellingLoop.State> states) {
        states.forEach(state -> System.out.printf(
                Locale.ROOT,
                "%6d %-8s %7d %8d %8d %8.1f%% %8.3f %8.3f%n",
                survey,
                asked,
                state.votes(),
                state.labels(),
                state.binaries(),
                100.0 * state.right() / Math.max(1, state.labels()),
                state.binaryF1(),
                state.macroF1()));
    }

    private static List<List<LoopDrawing.Point>> curves(List<List<LabellingLoop.State>> runs) {
        return runs.stream()
                .map(run -> run.stream()
                        .map(state -> new LoopDrawing.Point(state.votes(), state.binaryF1()))
                        .toList())
                .toList();
    }

    private static String means(List<List<LabellingLoop.State>> runs) {
        StringBuilder means = new StringBuilder();
        for (int round = 0; round < runs.getFirst().size(); round++) {
            int at = round;
            means.append(String.format(
                    Locale.ROOT,
                    " %.3f",
                    runs.stream()
                            .mapToDouble(run -> run.get(at).binaryF1())
                            .average()
                            .orElseThrow()));
        }
        return means.toString().strip();
    }
}
