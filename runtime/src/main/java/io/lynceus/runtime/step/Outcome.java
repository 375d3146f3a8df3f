package io.lynceus.runtime.step;

import io.lynceus.contracts.Topic;
import java.util.List;

/// What becomes of one record.
public sealed interface Outcome {

    /// It goes on, with something added.
    ///
    /// @param eventId the CloudEvents id: the same for a repeat, on every hop
    /// @param value not to be altered
    record Published(Topic topic, String key, String eventId, byte[] value) implements Outcome {}

    /// What was published under a key holds no more: a tombstone.
    ///
    /// @param eventId the CloudEvents id
    record Retracted(Topic topic, String key, String eventId) implements Outcome {}

    /// Several things come of it, sent in this order.
    record Several(List<Outcome> parts) implements Outcome {
        public Several {
            parts = List.copyOf(parts);
        }

        /// One outcome by itself, or several.
        public static Outcome of(List<Outcome> parts) {
            return parts.size() == 1 ? parts.getFirst() : new Several(parts);
        }
    }

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
