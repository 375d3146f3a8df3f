package io.lynceus.gateway.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes events on to whoever listens at the moment.
public final class Broadcast {
    private final Set<Listener> audience = ConcurrentHashMap.newKeySet();

    /// One who listens. Every answer says whether to go on; one who says no is forgotten.
    ///
    /// Both methods must return at once, since everyone is called one after the other, and bear to be called by two
    /// threads together.
    public interface Listener {
        /// Takes one event.
        boolean hear(StreamEvent event);

        /// Called now and then, so that one who left is missed even where no event comes.
        boolean isThere();
    }

    public void listen(Listener listener) {
        audience.add(listener);
    }

    /// Number of those who listen.
    public int listeners() {
        return audience.size();
    }

    public void publish(StreamEvent event) {
        audience.removeIf(each -> !each.hear(event));
    }

    /// Asks everyone for a sign of life and forgets those who left.
    public void callTheRoll() {
        audience.removeIf(each -> !each.isThere());
    }
}
