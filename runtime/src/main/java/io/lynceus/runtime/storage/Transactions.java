package io.lynceus.runtime.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs work in transactions of the service's database.
///
/// Work that lost a race (deadlock, serialisation failure) is rolled back and run again, up to [#ATTEMPTS] times; it
/// must
/// therefore touch nothing but its connection.
@ApplicationScoped
public class Transactions {
    static final int ATTEMPTS = 5;

    private final DataSource database;

    public Transactions(DataSource database) {
        this.database = database;
    }

    /// Work on one connection, in one transaction.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    /// Runs the work and commits.
    ///
    /// @throws StorageFault if the database refuses or is away; nothing of the work remains then
    public <T extends @Nullable Object> T run(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection()) {
                return commit(connection, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !StorageFault.isLostRace(e)) {
                    throw new StorageFault(e);
                }
            }
        }
    }

    private static <T extends @Nullable Object> T commit(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
