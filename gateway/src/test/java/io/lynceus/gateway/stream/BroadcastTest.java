package io.lynceus.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private final Broadcast broadcast = new Broadcast();
    private final List<Long> heard = new ArrayList<>();

    private final class Ear implements Broadcast.Listener {
        private boolean there = true;

        Ear() {
            broadcast.listen(this);
        }

        @Override
        public boolean onEvent(StreamEvent event) {
            return there && heard.add(event.offset());
        }

        @Override
        public boolean isConnected() {
            return there;
        }
    }

    @Test
    void everyListenerHearsEveryEvent() {
        new Ear();
        new Ear();
        broadcast.publish(Events.at(0, 7));
        assertEquals(List.of(7L, 7L), heard);
    }

    @Test
    void listenerThatLeftIsForgottenAtTheNextEvent() {
        new Ear().there = false;
        broadcast.publish(Events.at(0, 1));
        assertEquals(List.of(), heard);
        assertEquals(0, broadcast.listeners());
    }

    @Test
    void listenerThatLeftIsForgottenAtTheRollCallWhereNoEventComes() {
        Ear ear = new Ear();
        broadcast.removeDisconnected();
        assertEquals(1, broadcast.listeners());
        ear.there = false;
        broadcast.removeDisconnected();
        assertEquals(0, broadcast.listeners());
    }
}
