package io.lynceus.gateway.surveys;

/// How the rows of a survey are classified.
///
/// @param history whether stored epochs of a row's source count; those of a published survey always do
/// @param published whether the rows go over the stream and become detections that everybody sees
public record SurveyOptions(boolean history, boolean published) {
    /// For the owner alone, and each row by itself.
    public static final SurveyOptions PRIVATE = new SurveyOptions(false, false);
}
