package io.lynceus.gateway.vo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.votable.VOStarTable;

/// One column of a table of sources.
///
/// @param info name, type, unit (VOUnits 1.1), UCD and description
/// @param verbosity least VERB that has it, in [1, 3]
/// @param full whether its value is part of what a class rests on, which a search gives on demand only
/// @param value of a source as the search lists it; absent where it is not known
record SourceColumn(ColumnInfo info, int verbosity, boolean full, Function<JsonNode, @Nullable Object> value) {
    /// Path of the evidence of a source's class in the search's answer.
    private static final String FULL = "/classified/";

    /// @param at place in the listed source (RFC 6901)
    static SourceColumn text(String name, String ucd, int verbosity, String at, String description) {
        return of(
                name,
                String.class,
                ucd,
                verbosity,
                at,
                description,
                node -> node.isTextual() ? node.textValue() : null);
    }

    static SourceColumn number(String name, String ucd, String unit, int verbosity, String at, String description) {
        SourceColumn column = of(
                name,
                Double.class,
                ucd,
                verbosity,
                at,
                description,
                node -> node.isNumber() ? (Double) node.doubleValue() : null);
        if (!unit.isEmpty()) {
            column.info.setUnitString(unit);
        }
        return column;
    }

    static SourceColumn count(String name, String ucd, int verbosity, String at, String description) {
        return of(
                name,
                Long.class,
                ucd,
                verbosity,
                at,
                description,
                node -> node.isIntegralNumber() ? (Long) node.longValue() : null);
    }

    static SourceColumn time(String name, String ucd, int verbosity, String at, String description) {
        SourceColumn column = text(name, ucd, verbosity, at, description + " (ISO 8601, UTC)");
        column.info.setXtype("timestamp");
        return column;
    }

    static SourceColumn of(
            String name,
            Class<?> type,
            String ucd,
            int verbosity,
            String at,
            String description,
            Function<JsonNode, @Nullable Object> value) {
        ColumnInfo info = new ColumnInfo(name, type, description);
        info.setUCD(ucd);
        return new SourceColumn(info, verbosity, at.startsWith(FULL), source -> value.apply(source.at(at)));
    }

    /// Refers to an element of the document by its ID.
    SourceColumn inSystem(String id) {
        info.setAuxDatum(new DescribedValue(VOStarTable.REF_INFO, id));
        return this;
    }

    SourceColumn in(String unit) {
        info.setUnitString(unit);
        return this;
    }
}
