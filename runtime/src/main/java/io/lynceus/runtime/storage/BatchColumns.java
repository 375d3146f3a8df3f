package io.lynceus.runtime.storage;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The parameters of a set-based statement: an array for each column of a batch, in the order of `$1`, `$2`, ...
///
/// ```java
/// Tuple tuple = new BatchColumns().texts(rows, Row::id).longs(rows, Row::revision).tuple();
/// connection.preparedQuery("... FROM unnest($1::text[], $2::bigint[])").executeAndAwait(tuple);
/// ```
///
/// Not thread-safe.
public final class BatchColumns {
    private final Tuple tuple = Tuple.tuple();

    public <T> BatchColumns texts(Collection<T> rows, Function<? super T, @Nullable String> value) {
        return add(rows, value, String[]::new);
    }

    public BatchColumns texts(Collection<String> values) {
        return texts(values, Function.identity());
    }

    public <T> BatchColumns integers(Collection<T> rows, Function<? super T, @Nullable Integer> value) {
        return add(rows, value, Integer[]::new);
    }

    public <T> BatchColumns longs(Collection<T> rows, Function<? super T, @Nullable Long> value) {
        return add(rows, value, Long[]::new);
    }

    public BatchColumns longs(Collection<Long> values) {
        return longs(values, Function.identity());
    }

    public <T> BatchColumns doubles(Collection<T> rows, Function<? super T, @Nullable Double> value) {
        return add(rows, value, Double[]::new);
    }

    public <T> BatchColumns booleans(Collection<T> rows, Function<? super T, @Nullable Boolean> value) {
        return add(rows, value, Boolean[]::new);
    }

    /// For `bytea[]`.
    public <T> BatchColumns bytes(Collection<T> rows, Function<? super T, byte @Nullable []> value) {
        return add(rows, row -> buffer(value.apply(row)), Buffer[]::new);
    }

    /// For `timestamptz[]`.
    public <T> BatchColumns instants(Collection<T> rows, Function<? super T, @Nullable Instant> value) {
        return add(rows, row -> utc(value.apply(row)), OffsetDateTime[]::new);
    }

    /// One more parameter that is no column: a number, a text, ...
    public BatchColumns value(@Nullable Object value) {
        tuple.addValue(
                switch (value) {
                    case Instant instant -> utc(instant);
                    case byte[] bytes -> buffer(bytes);
                    case null, default -> value;
                });
        return this;
    }

    /// All parameters, as the Vert.x client takes them.
    public Tuple tuple() {
        return tuple;
    }

    private <T, E> BatchColumns add(
            Collection<T> rows, Function<? super T, ? extends @Nullable E> value, IntFunction<E[]> array) {
        tuple.addValue(rows.stream().map(value).toArray(array));
        return this;
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
