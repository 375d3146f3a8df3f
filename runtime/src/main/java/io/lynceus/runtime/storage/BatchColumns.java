package io.lynceus.runtime.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Binds columns of a batch to a statement's parameters, one array each, from the first parameter on.
///
/// Arrays of their own element type travel in binary; an `Object[]` would be written out as text and escaped. Not
/// thread-safe.
public final class BatchColumns {
    private final PreparedStatement statement;
    private int next = 1;

    public BatchColumns(PreparedStatement statement) {
        this.statement = statement;
    }

    public <T> BatchColumns texts(Collection<T> rows, Function<? super T, @Nullable String> value) throws SQLException {
        return bind("text", rows, value, String[]::new);
    }

    public BatchColumns texts(Collection<String> values) throws SQLException {
        return texts(values, Function.identity());
    }

    public <T> BatchColumns longs(Collection<T> rows, Function<? super T, @Nullable Long> value) throws SQLException {
        return bind("int8", rows, value, Long[]::new);
    }

    public BatchColumns longs(Collection<Long> values) throws SQLException {
        return longs(values, Function.identity());
    }

    public <T> BatchColumns doubles(Collection<T> rows, Function<? super T, @Nullable Double> value)
            throws SQLException {
        return bind("float8", rows, value, Double[]::new);
    }

    public <T> BatchColumns booleans(Collection<T> rows, Function<? super T, @Nullable Boolean> value)
            throws SQLException {
        return bind("bool", rows, value, Boolean[]::new);
    }

    public <T> BatchColumns bytes(Collection<T> rows, Function<? super T, byte @Nullable []> value)
            throws SQLException {
        return bind("bytea", rows, value, byte[][]::new);
    }

    private <T, E> BatchColumns bind(
            String type, Collection<T> rows, Function<? super T, ? extends @Nullable E> value, IntFunction<E[]> array)
            throws SQLException {
        E[] column = rows.stream().map(value).toArray(array);
        statement.setArray(next++, statement.getConnection().createArrayOf(type, column));
        return this;
    }
}
