package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.evaluation.EvaluationReport.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Mean scores of one rule over several draws of the folds, with the sample's priors.
///
/// @param draws reports behind the means, >= 1
/// @param f1 by class, in the taxonomy's order
public record EvaluationMeans(
        String rule, int draws, double macroF1, List<Double> f1, double calibrationError, double brier) {
    public EvaluationMeans {
        f1 = List.copyOf(f1);
    }

    /// One entry per rule, in their order of appearance.
    public static List<EvaluationMeans> of(List<EvaluationReport> reports) {
        Map<String, List<Scores>> byRule = reports.stream()
                .collect(Collectors.groupingBy(
                        EvaluationReport::rule,
                        LinkedHashMap::new,
                        Collectors.mapping(EvaluationReport::scores, Collectors.toList())));
        return byRule.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static EvaluationMeans of(String rule, List<Scores> draws) {
        return new EvaluationMeans(
                rule,
                draws.size(),
                mean(draws, Scores::macroF1),
                IntStream.range(0, draws.getFirst().classes().size())
                        .mapToObj(c ->
                                mean(draws, scores -> scores.classes().get(c).f1()))
                        .toList(),
                mean(draws, Scores::calibrationError),
                mean(draws, Scores::brier));
    }

    private static double mean(List<Scores> draws, ToDoubleFunction<Scores> score) {
        return draws.stream().mapToDouble(score).average().orElse(0);
    }
}
