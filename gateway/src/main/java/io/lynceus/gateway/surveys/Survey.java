package io.lynceus.gateway.surveys;

import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A catalogue that somebody has uploaded, and how far its classification has come.
///
/// @param id that nobody can guess: whoever has it may see a survey without owner
/// @param owner account that it belongs to; empty where there are no accounts
/// @param name of the file
/// @param columns of the file, those with one value a row
/// @param mapping which of them is what; empty until somebody says
/// @param history whether stored epochs of a row's source count
/// @param classified rows that have a class
/// @param refused rows that cannot have one
/// @param doneAtStart rows that were done when it was started last
/// @param failure why it failed
public record Survey(
        String id,
        Optional<String> owner,
        String name,
        State state,
        List<Table.Column> columns,
        Optional<TableMapping> mapping,
        boolean history,
        long rows,
        long classified,
        long refused,
        long doneAtStart,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> failure) {
    public Survey {
        columns = List.copyOf(columns);
    }

    /// What a survey is doing.
    public enum State {
        /// Its file comes in.
        LOADING,
        /// It waits to be started.
        READY,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public long done() {
        return classified + refused;
    }

    public List<String> columnNames() {
        return columns.stream().map(Table.Column::name).toList();
    }
}
