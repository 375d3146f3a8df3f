package io.lynceus.gateway.surveys;

import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue that somebody has uploaded, and how far its classification has come.
///
/// @param id that nobody can guess: whoever has it may see a survey without owner
/// @param owner account that it belongs to; empty where there are no accounts
/// @param name of the file
/// @param columns of the file, those with one value a row
/// @param mapping which of them is what; empty until somebody says
/// @param course the way its rows go
/// @param shared whether everybody who has the id may see it
/// @param classified rows that have a class
/// @param classes how many rows are of each class
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
        Course course,
        boolean shared,
        long rows,
        long classified,
        Map<String, Long> classes,
        long refused,
        long doneAtStart,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> failure) {
    public Survey {
        columns = List.copyOf(columns);
        classes = Map.copyOf(classes);
    }

    /// The way the rows of a survey go.
    ///
    /// @param history whether stored epochs of a row's source count; those of a published one always do
    /// @param published whether they go over the stream and become detections of the sky that everybody sees
    public record Course(boolean history, boolean published) {
        /// Seen by nobody else, and each row by itself.
        public static final Course ASIDE = new Course(false, false);
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
