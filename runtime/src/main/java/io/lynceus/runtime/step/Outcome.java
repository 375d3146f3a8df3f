package io.lynceus.runtime.step;

import io.lynceus.contracts.Topic;

/// What becomes of one record.
public sealed interface Outcome {

    /// It goes on, with something added.
    ///
    /// @param detectionId the CloudEvents id: the same for a repeat, on every hop
    /// @param value not to be altered
    record Published(Topic topic, String key, String detectionId, byte[] value) implements Outcome {}

    /// It ends here, and its effect is in the database.
    record Absorbed() implements Outcome {}

    /// It cannot be used, now or later, and goes to the dead letters of its topic.
    ///
    /// @param detail for a person: what, where, which unit
    record Rejected(Reason reason, String detail) implements Outcome {}

    /// Why a record went to the dead letters, as its header says it.
    enum Reason {
        UNREADABLE("unreadable"),
        INVALID("schema-violation"),
        CONFLICTING_DUPLICATE("conflicting-duplicate"),
        NO_MODEL("no-model"),
        FAILED("processing-failed");

        private final String token;

        Reason(String token) {
            this.token = token;
        }

        public String token() {
            return token;
        }
    }
}
