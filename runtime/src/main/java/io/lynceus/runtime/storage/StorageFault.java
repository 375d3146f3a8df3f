package io.lynceus.runtime.storage;

import java.io.Serial;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/// The database refused, or is away.
public final class StorageFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// character_not_in_repertoire. Source: PostgreSQL 18 documentation, appendix A.
    private static final String NO_SUCH_CHARACTER = "22021";

    private final boolean passing;
    private final boolean ofText;

    public StorageFault(SQLException cause) {
        super(cause.getMessage(), cause);
        this.passing = isPassing(cause);
        this.ofText = NO_SUCH_CHARACTER.equals(cause.getSQLState());
    }

    /// Whether a text was given that no database text can hold: PostgreSQL knows no U+0000.
    public boolean ofText() {
        return ofText;
    }

    /// Whether the same work can succeed later without a change: the database was away, full of connections or busy.
    public boolean passing() {
        return passing;
    }

    static boolean isLostRace(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /// SQLSTATE classes 08 (connection), 40 (rollback), 53 (resources), 57 (operator intervention), 58 (system); a pool
    /// that gives no connection in time has no SQLSTATE.
    ///
    /// Source: PostgreSQL 18 documentation, appendix A.
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }
}
