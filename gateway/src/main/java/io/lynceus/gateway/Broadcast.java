package io.lynceus.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Passes events on to whoever listens at the moment.
public final class Broadcast {
    private final Set<Listening> listeners = ConcurrentHashMap.newKeySet();

    /// One listener's ear; closing it ends the listening.
    public final class Listening implements AutoCloseable {
        private final StreamFilter filter;
        private final Consumer<StreamEvent> listener;

        private Listening(StreamFilter filter, Consumer<StreamEvent> listener) {
            this.filter = filter;
            this.listener = listener;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    /// @param listener must return at once: it is called for one event after the other
    public Listening listen(StreamFilter filter, Consumer<StreamEvent> listener) {
        Listening listening = new Listening(filter, listener);
        listeners.add(listening);
        return listening;
    }

    /// Number of those who listen.
    public int listeners() {
        return listeners.size();
    }

    public void publish(StreamEvent event) {
        for (Listening listening : listeners) {
            if (listening.filter.accepts(event)) {
                listening.listener.accept(event);
            }
        }
    }
}
