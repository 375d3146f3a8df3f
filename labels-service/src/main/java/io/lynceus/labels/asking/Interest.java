package io.lynceus.labels.asking;

import io.lynceus.labels.voting.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Interest of a source: how much one more vote would help, in four parts of equal weight.
///
/// @param uncertainty entropy of the class over that of five even classes, in [0, 1]; of the crowd's posterior once
///     there is one, else of the classifier's
/// @param binary the classifier's probability of an X-ray binary, the rare class that volunteers are asked for
/// @param strangeness share of held-out sources of its class that are less unusual, in [0, 1]; 0 if not known
/// @param disagreement half the sum of the differences between the crowd's and the classifier's probabilities, in [0,
/// 1]
public record Interest(double uncertainty, double binary, double strangeness, double disagreement) {
    public Interest {
        Stream.of(uncertainty, binary, strangeness, disagreement).forEach(part -> {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("parts of interest must lie in [0, 1]: " + part);
            }
        });
    }

    /// Of a source that nobody has voted on.
    ///
    /// @param classifier probabilities by class
    /// @param falseAlarm share of held-out sources of its class at least as unusual
    public static Interest of(Map<String, Double> classifier, OptionalDouble falseAlarm) {
        return new Interest(entropy(classifier), binary(classifier), strangeness(falseAlarm), 0);
    }

    /// Of a source with votes.
    ///
    /// @param crowd posterior by [Answer#code]
    public static Interest of(Map<String, Double> classifier, OptionalDouble falseAlarm, double[] crowd) {
        Map<String, Double> labelled = new HashMap<>();
        for (Answer answer : Answer.classes()) {
            labelled.put(answer.label(), crowd[answer.code()]);
        }
        return new Interest(
                entropy(labelled), binary(classifier), strangeness(falseAlarm), distance(labelled, classifier));
    }

    /// Mean of the parts, in [0, 1].
    public double value() {
        return (uncertainty + binary + strangeness + disagreement) / 4;
    }

    /// Place in the order in which sources are asked about, the greatest first: `value² / e`, with `e` drawn once
    /// for the source from the exponential distribution of mean 1.
    ///
    /// So every source has its chance to be the next, in proportion to the square of its interest, and what is
    /// asked about is a sample of the sky whose bias is known, not its one corner. The square is a choice.
    ///
    /// Source: Efraimidis & Spirakis 2006, Inf. Process. Lett. 97, 181, doi:10.1016/j.ipl.2005.11.003 (sampling by
    /// exponential keys).
    public double urgency(String sourceId) {
        return value() * value() / -Math.log1p(-AskingPolicy.lot(sourceId, 0));
    }

    private static double binary(Map<String, Double> classifier) {
        return classifier.getOrDefault(Answer.XRB.label(), 0.0);
    }

    private static double strangeness(OptionalDouble falseAlarm) {
        return falseAlarm.isPresent() ? Math.clamp(1 - falseAlarm.getAsDouble(), 0.0, 1.0) : 0;
    }

    private static double entropy(Map<String, Double> probabilities) {
        double entropy = probabilities.values().stream()
                .filter(p -> p > 0)
                .mapToDouble(p -> -p * Math.log(p))
                .sum();
        return Math.clamp(entropy / Math.log(Answer.classes().size()), 0.0, 1.0);
    }

    private static double distance(Map<String, Double> one, Map<String, Double> other) {
        Set<String> classes = new TreeSet<>(one.keySet());
        classes.addAll(other.keySet());
        double sum = classes.stream()
                .mapToDouble(c -> Math.abs(one.getOrDefault(c, 0.0) - other.getOrDefault(c, 0.0)))
                .sum();
        return Math.clamp(sum / 2, 0.0, 1.0);
    }
}
