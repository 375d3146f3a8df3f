package io.lynceus.labels.storage;

import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one statement, some at a time, so that the memory does not grow with their number.
///
/// A statement sees one state of the database, however long its rows are read. Not thread-safe.
public final class RowCursor implements AutoCloseable {
    private final @Nullable SqlConnection held;
    private final @Nullable Transaction transaction;
    private final PreparedStatement statement;
    private final Cursor cursor;
    private final int most;
    private boolean ended;

    private RowCursor(
            @Nullable SqlConnection held, @Nullable Transaction transaction, PreparedStatement statement, int most) {
        this.held = held;
        this.transaction = transaction;
        this.statement = statement;
        this.cursor = statement.cursor();
        this.most = most;
    }

    /// Reads within a transaction.
    ///
    /// @param most rows held in memory at once
    static RowCursor in(SqlConnection transaction, String query, int most) {
        return new RowCursor(null, null, transaction.prepareAndAwait(query), most);
    }

    /// Reads in a transaction of its own, which ends when the cursor is closed.
    ///
    /// @param most rows held in memory at once
    public static RowCursor open(Pool pool, String query, int most) {
        SqlConnection connection = Connections.open(pool);
        try {
            Transaction transaction = connection.beginAndAwait();
            return new RowCursor(connection, transaction, connection.prepareAndAwait(query), most);
        } catch (RuntimeException e) {
            connection.closeAndForget();
            throw Connections.fault(e);
        }
    }

    /// The next rows; empty behind the last.
    ///
    /// @throws io.lynceus.runtime.storage.StorageFault if the database refuses or is away
    public List<Row> next() {
        if (ended) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>(most);
        try {
            cursor.readAndAwait(most).forEach(rows::add);
        } catch (RuntimeException e) {
            throw Connections.fault(e);
        }
        ended = !cursor.hasMore();
        return rows;
    }

    @Override
    public void close() {
        try {
            cursor.closeAndAwait();
            statement.closeAndAwait();
            if (transaction != null) {
                transaction.rollbackAndAwait();
            }
        } finally {
            if (held != null) {
                held.closeAndForget();
            }
        }
    }
}
