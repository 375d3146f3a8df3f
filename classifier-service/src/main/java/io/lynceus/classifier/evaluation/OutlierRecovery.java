package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.EvaluationReport.OutlierSpread;
import io.lynceus.classifier.evaluation.EvaluationReport.Recovery;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How well the outlier measure finds sources of unknown classes among held-out sources of known classes.
final class OutlierRecovery {
    /// Share of the known sources above the threshold at which the found ones are counted; a choice.
    private static final double FALSE_ALARMS = 0.05;
    /// Steps between the quantiles of a spread.
    private static final int STEPS = 50;

    private final TrainingTable table;
    private final Taxonomy taxonomy;
    private final double[] measures;

    /// @param measures held out, one per row of the table [dex]
    OutlierRecovery(TrainingTable table, Taxonomy taxonomy, double[] measures) {
        this.table = table;
        this.taxonomy = taxonomy;
        this.measures = measures.clone();
    }

    /// The measure's spread in every class of the table, the taxonomy's first.
    List<OutlierSpread> spreads() {
        return Stream.concat(taxonomy.classes().stream().map(SourceClass::name), strangers().stream())
                .map(name -> {
                    double[] sorted = sorted(row -> table.label(row).name().equals(name));
                    return new OutlierSpread(name, sorted.length, quantiles(sorted));
                })
                .toList();
    }

    /// One entry per class outside the taxonomy.
    List<Recovery> recoveries() {
        double[] known = sorted(row -> taxonomy.indexOf(table.label(row)) >= 0);
        double threshold = known[(int) Math.min(known.length - 1, Math.floor((1 - FALSE_ALARMS) * known.length))];
        return strangers().stream()
                .map(name -> {
                    double[] strange = sorted(row -> table.label(row).name().equals(name));
                    double area = areaUnderCurve(known, strange);
                    int found = (int) Arrays.stream(strange)
                            .filter(measure -> measure > threshold)
                            .count();
                    return new Recovery(
                            name,
                            strange.length,
                            area,
                            ConfidenceInterval.hanleyMcNeil(area, strange.length, known.length),
                            (double) found / strange.length,
                            ConfidenceInterval.wilson(found, strange.length));
                })
                .toList();
    }

    private List<String> strangers() {
        return table.counts().keySet().stream()
                .filter(name -> taxonomy.indexOf(new SourceClass(name)) < 0)
                .toList();
    }

    private double[] sorted(IntPredicate has) {
        return IntStream.range(0, measures.length)
                .filter(has)
                .mapToDouble(row -> measures[row])
                .sorted()
                .toArray();
    }

    private static List<Double> quantiles(double[] sorted) {
        return IntStream.rangeClosed(0, sorted.length == 0 ? -1 : STEPS)
                .mapToObj(step -> sorted[(int) Math.round(step * (sorted.length - 1.0) / STEPS)])
                .toList();
    }

    /// Area under the receiver operating characteristic: the chance that a strange source has the larger measure
    /// than a known one, ties counting half. Both sorted.
    static double areaUnderCurve(double[] known, double[] strange) {
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double measure : strange) {
            while (below < known.length && known[below] < measure) {
                below++;
            }
            while (notAbove < known.length && known[notAbove] <= measure) {
                notAbove++;
            }
            wins += (below + notAbove) / 2.0;
        }
        return wins / known.length / strange.length;
    }
}
