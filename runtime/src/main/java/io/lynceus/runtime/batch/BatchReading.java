package io.lynceus.runtime.batch;

import io.lynceus.contracts.UnreadableJson;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// A batch whose entries were read one by one. Entries that cannot be read are refused at their place.
///
/// The stream and REST read their batches so:
///
/// ```java
/// BatchReading<Received> reading = BatchReading.of(batch, this::read);
/// List<Outcome> outcomes = reading.inPlace(work(reading.readable()), rejected -> rejected);
/// ```
///
/// @param <T> a readable entry
public final class BatchReading<T> {
    private final List<Entry<T>> entries;

    private sealed interface Entry<T> {}

    private record Readable<T>(T value) implements Entry<T> {}

    private record Unreadable<T>(Rejected rejected) implements Entry<T> {}

    private BatchReading(List<Entry<T>> entries) {
        this.entries = entries;
    }

    /// Reads every entry.
    ///
    /// @param reader throws [UnreadableJson] for what is not JSON of this kind, [IllegalArgumentException] for a
    ///     value that is not possible; the message is the reason of the refusal
    public static <E, T> BatchReading<T> of(List<E> batch, Function<? super E, ? extends T> reader) {
        return new BatchReading<>(batch.stream()
                .map(entry -> BatchReading.<E, T>read(entry, reader))
                .toList());
    }

    private static <E, T> Entry<T> read(E entry, Function<? super E, ? extends T> reader) {
        try {
            return new Readable<>(reader.apply(entry));
        } catch (UnreadableJson e) {
            return new Unreadable<>(new Rejected(Reason.UNREADABLE, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return new Unreadable<>(new Rejected(Reason.INVALID, String.valueOf(e.getMessage())));
        }
    }

    /// The readable entries in their order.
    public List<T> readable() {
        List<T> readable = new ArrayList<>(entries.size());
        for (Entry<T> entry : entries) {
            if (entry instanceof Readable(var value)) {
                readable.add(value);
            }
        }
        return readable;
    }

    /// One result for each entry of the batch, in its order.
    ///
    /// @param results one for each of [#readable], in their order
    /// @param refusal the result of an entry that was refused
    public <R> List<R> inPlace(List<? extends R> results, Function<Rejected, ? extends R> refusal) {
        Iterator<? extends R> next = results.iterator();
        List<R> all = new ArrayList<>(entries.size());
        for (Entry<T> entry : entries) {
            all.add(
                    switch (entry) {
                        case Readable<T> readable -> next.next();
                        case Unreadable<T>(var rejected) -> refusal.apply(rejected);
                    });
        }
        if (next.hasNext()) {
            throw new IllegalStateException(
                    results.size() + " results for " + readable().size() + " readable entries");
        }
        return all;
    }
}
