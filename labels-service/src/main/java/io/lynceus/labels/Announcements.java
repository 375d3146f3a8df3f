package io.lynceus.labels;

import java.util.List;
import java.util.Optional;

/// Changes of consensus that are committed and not yet known to be sent: the outbox.
///
/// 1. A change is in the outbox from the commit of its vote until it is marked as sent, crashes included.
/// 2. Only the latest state of a source is pending, and no older state is sent after it: one instance has the turn.
/// 3. What is not marked as sent stays in the outbox.
public interface Announcements {

    /// Takes the turn to send; empty while another has it.
    Optional<SendingTurn> takeTurn();

    /// The turn to send. It ends when it is closed, or when its instance is killed.
    interface SendingTurn extends AutoCloseable {
        /// Up to `limit` changes to send.
        List<Announcement> pending(int limit);

        /// Marks changes as sent. Call it once the broker has acknowledged them.
        void sent(List<Announcement> changes);

        @Override
        void close();
    }
}
