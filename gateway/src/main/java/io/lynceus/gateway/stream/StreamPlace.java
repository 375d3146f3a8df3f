package io.lynceus.gateway.stream;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A place on the stream: the position of a reader in every partition.
///
/// Written as the offsets joined by dots, `120.0.97`. A partition that is not listed is one that was added later and is
/// read from its beginning.
///
/// @param next by partition the offset of the first record not yet seen, >= 0
public record StreamPlace(List<Long> next) {
    /// Partitions that a place may list: far more than a topic has, few enough to keep a header small.
    private static final int MAX_PARTITIONS = 1000;

    /// The place before all records.
    public static final StreamPlace BEGINNING = new StreamPlace(List.of());

    public StreamPlace {
        next = List.copyOf(next);
        if (next.size() > MAX_PARTITIONS || next.stream().anyMatch(offset -> offset < 0)) {
            throw new IllegalArgumentException("not a place on the stream: " + next);
        }
    }

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException if the text is no place
    public static StreamPlace parse(String text) {
        if (!text.matches("\\d{1,18}(\\.\\d{1,18}){0," + (MAX_PARTITIONS - 1) + "}")) {
            throw new IllegalArgumentException("'" + text + "' is no place on the stream: the id of an event is one,"
                    + " such as 120.0.97, the next offset of every partition");
        }
        return new StreamPlace(
                Arrays.stream(text.split("\\.")).map(Long::valueOf).toList());
    }

    /// Offset of the first record of a partition that was not seen.
    public long next(int partition) {
        return partition < next.size() ? next.get(partition) : 0;
    }

    /// Records between here and a later place.
    public long recordsTo(StreamPlace end) {
        return IntStream.range(0, end.next.size())
                .mapToLong(partition -> Math.max(0, end.next(partition) - next(partition)))
                .sum();
    }

    /// This place, moved onto the stream and near enough to its end where it is not.
    ///
    /// @param most records before the end, shared evenly by the partitions
    public StreamPlace within(StreamPlace end, long most) {
        long each = most / Math.max(1, end.next.size());
        boolean far = recordsTo(end) > most;
        return new StreamPlace(IntStream.range(0, end.next.size())
                .mapToObj(partition -> Math.clamp(
                        next(partition), far ? Math.max(0, end.next(partition) - each) : 0, end.next(partition)))
                .toList());
    }

    public boolean hasSeen(StreamEvent event) {
        return event.offset() < next(event.partition());
    }

    public StreamPlace after(StreamEvent event) {
        Long[] moved = new Long[Math.max(next.size(), event.partition() + 1)];
        Arrays.setAll(moved, this::next);
        moved[event.partition()] = event.offset() + 1;
        return new StreamPlace(List.of(moved));
    }

    @Override
    public String toString() {
        return next.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
