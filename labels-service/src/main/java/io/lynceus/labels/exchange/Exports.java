package io.lynceus.labels.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Votes to give away.
///
/// 1. A table is read in one consistent state, whatever is voted meanwhile.
/// 2. Rows are passed on as they come; the memory does not grow with their number.
public interface Exports {
    /// Takes one row after the other.
    @FunctionalInterface
    interface Rows {
        /// @param values in the order of the columns: text, numbers, truth values, instants; null if there is none
        void row(List<@Nullable Object> values);
    }

    void read(ExportTable table, Rows rows);
}
