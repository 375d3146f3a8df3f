package io.lynceus.labels.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// Sets a statement's parameters to arrays, one column of many rows each, from the first parameter on.
final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private int next = 1;

    Columns(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    <T> void add(String type, List<T> rows, Function<T, Object> value) throws SQLException {
        statement.setArray(
                next++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
