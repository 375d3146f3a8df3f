package io.lynceus.gateway.stream;

import java.util.function.Predicate;

/// The log of past classifications, to be read again.
public interface StreamLog {
    /// The place after the last classification; [Broadcast] passes on all that come after it.
    ///
    /// @throws io.lynceus.gateway.suite.ServiceAway if the broker does not answer
    StreamPlace end();

    /// Reads the events between two places, each partition in its order.
    ///
    /// @param reader is called with every event and says whether to go on
    /// @throws io.lynceus.gateway.suite.ServiceAway if it cannot be read
    void read(StreamPlace from, StreamPlace to, Predicate<StreamEvent> reader);
}
