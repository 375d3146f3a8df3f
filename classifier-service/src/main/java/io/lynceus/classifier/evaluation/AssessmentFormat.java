package io.lynceus.classifier.evaluation;

import java.util.List;

/// Output format of assessments and comparisons.
public interface AssessmentFormat {
    /// For programs.
    String json(Assessment assessment);

    /// For programs.
    ///
    /// @param names of the judged sources, by row
    String json(ComparisonReport comparison, List<String> names);

    /// A self-contained page for people.
    String html(Assessment assessment);
}
