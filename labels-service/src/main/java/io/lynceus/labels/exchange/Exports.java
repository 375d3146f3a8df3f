package io.lynceus.labels.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Exports of votes.
///
/// 1. A table is read in one consistent state, whatever is voted meanwhile.
/// 2. Rows are read as they are asked for; the memory does not grow with their number.
public interface Exports {
    /// Rows of a table, some at once. Closing gives the connection back.
    interface Rows extends AutoCloseable {
        /// The next rows; empty behind the last.
        ///
        /// Values stand in the order of the columns: text, numbers, truth values, instants; null if there is
        /// none.
        List<List<@Nullable Object>> next();

        @Override
        void close();
    }

    Rows open(ExportTable table);
}
