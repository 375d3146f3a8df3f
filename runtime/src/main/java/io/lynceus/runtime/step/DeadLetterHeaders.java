package io.lynceus.runtime.step;

/// Headers of a record in the dead letters: why it is there and where it came from.
public final class DeadLetterHeaders {
    /// Token of [Outcome.Reason].
    public static final String REASON = "lynceus-reason";
    /// For a person.
    public static final String DETAIL = "lynceus-detail";
    public static final String TOPIC = "lynceus-topic";
    public static final String PARTITION = "lynceus-partition";
    public static final String OFFSET = "lynceus-offset";

    /// Size of the record's value [bytes], where it was too large and its digest stands in its place.
    public static final String BYTES = "lynceus-bytes";

    private DeadLetterHeaders() {}
}
