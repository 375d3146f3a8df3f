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

    private Broadcast.Listening listen(StreamFilter filter) {
        return broadcast.listen(filter, event -> heard.add(event.id()));
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
    void listenerThatLeftHearsNothing() {
        listen(new StreamFilter(Optional.empty(), OptionalDouble.empty())).close();
        publish("0:1", "XRB", 5);
        assertEquals(List.of(), heard);
        assertEquals(0, broadcast.listeners());
    }
}
