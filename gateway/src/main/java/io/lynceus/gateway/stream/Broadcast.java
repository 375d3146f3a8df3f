package io.lynceus.gateway.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes events on to all current listeners.
public final class Broadcast {
    private final Set<Listener> registered = ConcurrentHashMap.newKeySet();

    /// A listener. A method that returns false ends the listener's registration.
    ///
    /// Both methods must return at once, since listeners are called one after the other, and must be thread-safe.
    public interface Listener {
        /// Takes one event.
        boolean onEvent(StreamEvent event);

        /// Called regularly, so that disconnected listeners are noticed without an event.
        boolean isConnected();
    }

    public void listen(Listener listener) {
        registered.add(listener);
    }

    /// Number of listeners.
    public int listeners() {
        return registered.size();
    }

    public void publish(StreamEvent event) {
        registered.removeIf(each -> !each.onEvent(event));
    }

    /// Removes listeners that have disconnected.
    public void removeDisconnected() {
        registered.removeIf(each -> !each.isConnected());
    }
}
