package io.lynceus.gateway.stream;

import java.util.function.Predicate;

/// The classifications that have arrived so far, to be read again.
public interface StreamLog {
    /// The place after the last of them; [Broadcast] passes on whatever comes after it.
    ///
    /// @throws io.lynceus.gateway.suite.ServiceAway if it cannot be told
    StreamPlace end();

    /// Reads what lies between two places, each partition in its order.
    ///
    /// @param reader is called with every event and says whether to go on
    /// @throws io.lynceus.gateway.suite.ServiceAway if it cannot be read
    void read(StreamPlace from, StreamPlace to, Predicate<StreamEvent> reader);
}
