package io.lynceus.benchmarks.association;

import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark association`: purity and completeness of the sources made from detections.
@Command(
        name = "association",
        description = "Associates the detections of simulated surveys, once with each judged at its arrival alone and"
                + " once with those around it judged again, and compares with the truth.",
        mixinStandardHelpOptions = true)
public final class AssociationCommand implements Callable<Integer> {
    @Option(names = "--sources", defaultValue = "8000", description = "Sources of a survey (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--surveys", defaultValue = "3", description = "Surveys, with seeds from 1 (${DEFAULT-VALUE}).")
    private int surveys;

    @Override
    public Integer call() {
        System.out.printf(
                "%-10s %9s %16s %16s %9s %9s %8s%n",
                "judged", "whole", "false pairs", "missed pairs", "doubtful", "sources", "changes");
        for (boolean judgedAgain : new boolean[] {false, true}) {
            AssociationQuality quality = AssociationQuality.NONE;
            for (int seed = 1; seed <= surveys; seed++) {
                quality = quality.plus(
                        new SurveyAssociation(Survey.draw(SurveyPlan.of(sources, seed)), judgedAgain).quality());
            }
            System.out.printf(
                    "%-10s %8.2f%% %8d %6.3f%% %8d %6.3f%% %9d %9d %8d%n",
                    judgedAgain ? "again" : "once",
                    100.0 * quality.whole() / quality.trueSources(),
                    quality.falsePairs(),
                    100.0 * quality.falsePairs() / quality.pairsMade(),
                    quality.missedPairs(),
                    100.0 * quality.missedPairs() / quality.truePairs(),
                    quality.doubtful(),
                    quality.sources(),
                    quality.changes());
        }
        return 0;
    }
}
