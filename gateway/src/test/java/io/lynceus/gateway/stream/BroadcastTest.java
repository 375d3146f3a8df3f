package io.lynceus.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private final Broadcast broadcast = new Broadcast();
    private final List<String> heard = new ArrayList<>();

    private final class Ear implements Broadcast.Listener {
        private boolean there = true;

        @Override
        public boolean hear(StreamEvent event) {
            return there && heard.add(event.id());
        }

        @Override
        public boolean isThere() {
            return there;
        }
    }

    private Ear listen(StreamFilter filter) {
        Ear ear = new Ear();
        broadcast.listen(filter, ear);
        return ear;
    }

    private void publish(String id, String sourceClass, double outlierMeasure) {
        broadcast.publish(new StreamEvent(id, sourceClass, outlierMeasure, JsonDocument.of(new byte[0])));
    }

    @Test
    void listenerHearsWhatItsFilterAccepts() {
        listen(new StreamFilter(Optional.of("XRB"), OptionalDouble.of(5)));
        publish("0:1", "XRB", 5);
        publish("0:2", "XRB", 4.9);
        publish("0:3", "AGN", 9);
        publish("0:4", "XRB", Double.NaN);
        assertEquals(List.of("0:1"), heard);
    }

    @Test
    void listenerThatLeftIsForgottenAtTheNextEvent() {
        listen(new StreamFilter(Optional.empty(), OptionalDouble.empty())).there = false;
        publish("0:1", "XRB", 5);
        assertEquals(List.of(), heard);
        assertEquals(0, broadcast.listeners());
    }

    @Test
    void listenerThatLeftIsForgottenAtTheRollCallWhereNoEventPasses() {
        Ear ear = listen(new StreamFilter(Optional.of("CV"), OptionalDouble.empty()));
        publish("0:1", "XRB", 5);
        broadcast.callTheRoll();
        assertEquals(1, broadcast.listeners());
        ear.there = false;
        broadcast.callTheRoll();
        assertEquals(0, broadcast.listeners());
    }
}
