package io.lynceus.labels.people;

import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.voting.Answer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Skill and level of a volunteer, from the volunteer's answers.
///
/// @param user pseudonym
/// @param votes cast for sources whose class is not known
/// @param training answers by true class, for sources whose class is known; unsure ones are left out
/// @param confusion expected number of answers by class and answer, over all votes that were settled
public record Volunteer(
        String user, int votes, Map<Answer, SuccessRate> training, Map<Answer, Map<Answer, Double>> confusion) {
    /// Answers in training before unknown sources come.
    public static final int TRAINING_ANSWERS = 10;
    /// Share of them that must be right.
    public static final double TRAINING_SKILL = 0.7;

    public Volunteer {
        training = ordered(training);
        confusion = ordered(confusion);
    }

    private static <T> Map<Answer, T> ordered(Map<Answer, T> given) {
        Map<Answer, T> ordered = new EnumMap<>(Answer.class);
        ordered.putAll(given);
        return Collections.unmodifiableMap(ordered);
    }

    /// Training answers of all classes.
    public SuccessRate trained() {
        return new SuccessRate(
                training.values().stream().mapToInt(SuccessRate::successes).sum(),
                training.values().stream().mapToInt(SuccessRate::trials).sum());
    }

    /// Whether the volunteer is ready for sources that nobody knows.
    public boolean ready() {
        return trained().trials() >= TRAINING_ANSWERS && trained().share() >= TRAINING_SKILL;
    }
}
