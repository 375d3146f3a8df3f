package io.lynceus.gateway;

/// How far one detection has come.
public sealed interface Outcome {

    /// It goes on.
    record Passed(JsonDocument document) implements Outcome {}

    /// It ends here.
    ///
    /// @param problem the problem document that says why
    record Refused(JsonDocument problem) implements Outcome {}
}
