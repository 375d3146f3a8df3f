package io.lynceus.labels.voting;

import java.util.List;
import java.util.Map;

/// Feedback to a volunteer after a vote for a source of known class.
///
/// @param truth class that catalogues know the source as
/// @param classifierClass what the classifier would have said
/// @param reasons what speaks most for that class against the next, the strongest first
public record Lesson(Answer truth, String classifierClass, List<Reason> reasons) {
    private static final int MOST_REASONS = 3;

    /// One part of the classifier's evidence.
    ///
    /// @param evidence feature or category
    /// @param lnOdds natural logarithm by which it favours the classifier's class over its next best; below 0 if
    /// against
    public record Reason(String evidence, double lnOdds) {}

    public Lesson {
        reasons = List.copyOf(reasons);
    }

    /// @param lnOdds by feature or category
    public static Lesson of(Answer truth, String classifierClass, Map<String, Double> lnOdds) {
        return new Lesson(
                truth,
                classifierClass,
                lnOdds.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue(
                                        (a, b) -> Double.compare(Math.abs(b), Math.abs(a)))
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_REASONS)
                        .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
