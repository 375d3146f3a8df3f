package io.lynceus.gateway;

import java.io.InputStream;
import java.util.Optional;

/// Files of votes, passed on as they come: they are too large to be held. [ServiceAway] if labels-service gives no
/// answer.
public interface LabelFiles {
    /// @param status HTTP status, below 500
    /// @param type media type
    /// @param disposition under which name to keep it
    /// @param bytes to be read to its end and closed
    record Content(int status, String type, Optional<String> disposition, InputStream bytes) {}

    /// @param table votes, aggregates, gold or confusion
    /// @param format csv or parquet
    Content export(String table, String format);

    /// Imports a classification export.
    Content importVotes(String name, boolean dryRun, InputStream csv);
}
