package io.lynceus.classifier;

/// How an assessment is written down.
public interface AssessmentFormat {
    /// For programs.
    String json(Assessment assessment);

    /// A page for people, which needs nothing else.
    String html(Assessment assessment);
}
