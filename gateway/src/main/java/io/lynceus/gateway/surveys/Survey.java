package io.lynceus.gateway.surveys;

import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An uploaded catalogue, and the progress of its classification.
///
/// @param id cannot be guessed: anyone who has it may see a survey without owner
/// @param owner account that owns it; empty where there are no accounts
/// @param name of the file
/// @param columns of the file with one value per row
/// @param mapping meaning of the columns; empty until it is known
/// @param options how its rows are classified
/// @param shared whether anyone who has the id may see it
/// @param classified rows that have a class
/// @param classes number of rows by class
/// @param refused rows that cannot have one
/// @param doneAtStart rows that were done at the last start
/// @param failure reason of a failed survey
public record Survey(
        String id,
        Optional<String> owner,
        String name,
        State state,
        List<Table.Column> columns,
        Optional<TableMapping> mapping,
        SurveyOptions options,
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

    /// The state of a survey.
    public enum State {
        /// Its file is uploading.
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
