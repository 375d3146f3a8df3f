package io.lynceus.runtime.storage;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/// The database refused, or is away.
public final class StorageFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// character_not_in_repertoire. Source: PostgreSQL 18 documentation, appendix A.
    private static final String NO_SUCH_CHARACTER = "22021";

    /// untranslatable_character: U+0000 as an escape in JSON. Source: PostgreSQL 18 documentation, appendix A.
    private static final String UNTRANSLATABLE_CHARACTER = "22P05";

    /// unique_violation. Source: PostgreSQL 18 documentation, appendix A.
    private static final String UNIQUE_VIOLATION = "23505";

    /// serialization_failure and deadlock_detected. Source: PostgreSQL 18 documentation, appendix A.
    private static final String SERIALIZATION_FAILURE = "40001";

    private static final String DEADLOCK_DETECTED = "40P01";

    private final @Nullable String sqlState;

    /// @param sqlState five characters, see appendix A of the PostgreSQL 18 documentation; `null` where the server
    ///     could not be asked
    public StorageFault(String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /// The fault behind this exception, if the database is to blame.
    ///
    /// What the work itself throws is no fault of the database, even if it could not read a stored value.
    public static Optional<StorageFault> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .takeWhile(cause -> !(cause instanceof UncheckedIOException))
                .flatMap(cause -> of(cause, failure).stream())
                .findFirst();
    }

    private static Optional<StorageFault> of(Throwable cause, Throwable failure) {
        return switch (cause) {
            case StorageFault fault -> Optional.of(fault);
            case PgException refused ->
                Optional.of(
                        new StorageFault(String.valueOf(refused.getErrorMessage()), refused.getSqlState(), failure));
            case JDBCException refused ->
                Optional.of(
                        new StorageFault(String.valueOf(refused.getErrorMessage()), refused.getSQLState(), failure));
            case VertxException closed -> Optional.of(away(cause, failure));
            // A stored value that cannot be read: asking again does not mend it.
            case JacksonException unreadable -> Optional.empty();
            case IOException away -> Optional.of(away(cause, failure));
            case TimeoutException none -> Optional.of(away(cause, failure));
            // So the client says that no connection is free in time, or that one was lost.
            case NoStackTraceThrowable lost when !isOfParameters(lost) -> Optional.of(away(cause, failure));
            case PersistenceException other
            when other.getCause() == null ->
                Optional.of(new StorageFault(String.valueOf(other.getMessage()), "", failure));
            default -> Optional.empty();
        };
    }

    /// A parameter of a wrong type, or a wrong number of them: told by the same class, but it does not pass.
    ///
    /// Source: `ErrorMessageFactory` of vertx-sql-client 4.5.27.
    private static boolean isOfParameters(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith("Parameter at position[") || message.startsWith("The number of parameters");
    }

    private static StorageFault away(Throwable cause, Throwable failure) {
        return new StorageFault("the database cannot be reached: " + cause.getMessage(), null, failure);
    }

    /// Whether a text was given that no database text can hold: PostgreSQL knows no U+0000.
    public boolean ofText() {
        return NO_SUCH_CHARACTER.equals(sqlState) || UNTRANSLATABLE_CHARACTER.equals(sqlState);
    }

    /// Whether a row was refused because its key is taken.
    public boolean ofTakenKey() {
        return UNIQUE_VIOLATION.equals(sqlState);
    }

    /// Whether a deadlock or a serialisation failure ended the transaction; it can be run again at once.
    boolean lostRace() {
        return SERIALIZATION_FAILURE.equals(sqlState) || DEADLOCK_DETECTED.equals(sqlState);
    }

    /// Whether the same work can succeed later without a change: the database was away, full of connections or busy.
    ///
    /// SQLSTATE classes 08 (connection), 40 (rollback), 53 (resources), 57 (operator intervention), 58 (system).
    ///
    /// Source: PostgreSQL 18 documentation, appendix A.
    public boolean passing() {
        return sqlState == null || Stream.of("08", "40", "53", "57", "58").anyMatch(sqlState::startsWith);
    }
}
