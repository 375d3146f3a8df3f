package io.lynceus.labels.asking;

import io.lynceus.labels.voting.Answer;
import io.lynceus.sky.SkyPosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A source that volunteers can label, with what the classifier makes of it.
///
/// @param sourceId the source's stable id
/// @param name the source's name for people
/// @param sourceClass the classifier's class
/// @param probabilities the classifier's posterior by class
/// @param known class that catalogues know the source as; volunteers train on it then
/// @param lnOdds for each part of the classifier's evidence, by how much it favours its class over the next
/// @param falseAlarm share of held-out sources of its class that are at least as unusual, in [0, 1]
/// @param activation number of the model activation that classified
/// @param revision state of the source that was classified; results are ordered by (activation, revision)
public record Subject(
        String sourceId,
        String name,
        SkyPosition position,
        String sourceClass,
        Map<String, Double> probabilities,
        Optional<Answer> known,
        Map<String, Double> lnOdds,
        OptionalDouble falseAlarm,
        long activation,
        long revision) {
    private static final Comparator<Subject> BY_STATE =
            Comparator.comparingLong(Subject::activation).thenComparingLong(Subject::revision);

    public Subject {
        if (sourceId.isBlank()) {
            throw new IllegalArgumentException("source id must not be blank");
        }
        probabilities.forEach((label, probability) -> {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability of " + label + " must lie in [0, 1]: " + probability);
            }
        });
        probabilities = Map.copyOf(probabilities);
        lnOdds = Map.copyOf(lnOdds);
    }

    /// The latest state of each source, in the order of the ids: instances that meet on the same rows do not
    /// deadlock.
    public static List<Subject> latest(Collection<Subject> subjects) {
        return List.copyOf(subjects.stream()
                .collect(Collectors.toMap(
                        Subject::sourceId, Function.identity(), BinaryOperator.maxBy(BY_STATE), TreeMap::new))
                .values());
    }

    /// Place in the order of asking while nobody has voted ([Interest#urgency]).
    public double urgency() {
        return Interest.of(probabilities, falseAlarm).urgency(sourceId);
    }
}
