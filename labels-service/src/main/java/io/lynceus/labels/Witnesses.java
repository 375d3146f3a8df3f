package io.lynceus.labels;

import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.TwoWitnesses;
import io.lynceus.labels.voting.Answer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Class probabilities of a source by the crowd, by the classifier, and by both together.
///
/// They are for people to read. No [Consensus] is made of them and nothing of them is announced: a model that learned
/// from its own output would only grow surer of it.
///
/// @param crowd calibrated
/// @param likelihood of the votes for each class, up to a factor: 1 for the class that they support most; `crowd`
///     without the class proportions
/// @param classifier calibrated
/// @param combined the product of the two before it, normalised
public record Witnesses(
        Map<Answer, Double> crowd,
        Map<Answer, Double> likelihood,
        Map<Answer, Double> classifier,
        Map<Answer, Double> combined) {
    /// @param classifier probabilities by class, as the classifier names them
    /// @param posterior the crowd's
    /// @param shares class proportions in it
    /// @return empty if the classifier says nothing
    public static Optional<Witnesses> of(
            Map<String, Double> classifier, double[] posterior, double[] shares, Temperature crowd, Temperature model) {
        double[] said = byClass(classifier);
        if (Arrays.stream(said).noneMatch(probability -> probability > 0)) {
            return Optional.empty();
        }
        TwoWitnesses both = new TwoWitnesses(shares, crowd, model);
        double[] alone = both.classifier(said);
        return Optional.of(new Witnesses(
                labelled(crowd.of(posterior)),
                labelled(both.likelihood(posterior)),
                labelled(alone),
                labelled(both.combined(posterior, alone))));
    }

    /// The classifier's probabilities by [Answer#code], NaN for a class that it does not know. What is no class
    /// here is something else.
    public static double[] byClass(Map<String, Double> classifier) {
        double[] probabilities = new double[Answer.classes().size()];
        Arrays.fill(probabilities, Double.NaN);
        classifier.forEach((label, probability) -> {
            int code = Answer.of(label)
                    .filter(Answer::isClass)
                    .orElse(Answer.OTHER)
                    .code();
            probabilities[code] = probability + (Double.isNaN(probabilities[code]) ? 0 : probabilities[code]);
        });
        return probabilities;
    }

    private static Map<Answer, Double> labelled(double[] probabilities) {
        Map<Answer, Double> labelled = new EnumMap<>(Answer.class);
        Answer.classes().forEach(answer -> labelled.put(answer, probabilities[answer.code()]));
        return Collections.unmodifiableMap(labelled);
    }
}
