package io.lynceus.classifier.storage;

import io.lynceus.classifier.ClassificationRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// Binds one array per column of a batch, left to right. Not thread-safe.
final class Columns {
    private final PreparedStatement statement;
    private final List<ClassificationRecord> records;
    private int next = 1;

    Columns(PreparedStatement statement, List<ClassificationRecord> records) {
        this.statement = statement;
        this.records = records;
    }

    void text(Function<ClassificationRecord, String> value) throws SQLException {
        bind("text", value);
    }

    void number(String type, Function<ClassificationRecord, Number> value) throws SQLException {
        bind(type, value);
    }

    void bytes(Function<ClassificationRecord, byte[]> value) throws SQLException {
        statement.setArray(
                next++,
                statement
                        .getConnection()
                        .createArrayOf("bytea", records.stream().map(value).toArray(byte[][]::new)));
    }

    private void bind(String type, Function<ClassificationRecord, ?> value) throws SQLException {
        statement.setArray(
                next++,
                statement
                        .getConnection()
                        .createArrayOf(type, records.stream().map(value).toArray()));
    }
}
