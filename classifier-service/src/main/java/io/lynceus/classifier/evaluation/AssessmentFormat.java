package io.lynceus.classifier.evaluation;

import java.util.List;

/// How an assessment is written down.
public interface AssessmentFormat {
    /// For programs.
    String json(Assessment assessment);

    /// For programs.
    ///
    /// @param names of the judged sources, by row
    String json(ComparisonReport comparison, List<String> names);

    /// A page for people, which needs nothing else.
    String html(Assessment assessment);
}
