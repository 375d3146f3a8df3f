package io.lynceus.labels.exchange.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.exchange.ExportTable;
import io.lynceus.labels.exchange.Exports;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Exports of votes over HTTP.
@Path("/exports")
@RunOnVirtualThread
public class ExportResource {
    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    /// @param type text, words (of a person, which can be anything), count, number, yes_no or time (UTC)
    /// @param zooniverse what Zooniverse calls it; empty if nothing there is alike
    @JsonNaming(SnakeCaseStrategy.class)
    record ColumnDocument(String name, String type, String meaning, String zooniverse) {
        static ColumnDocument of(ExportTable.Column column) {
            return new ColumnDocument(
                    column.name(),
                    column.kind().name().toLowerCase(Locale.ROOT),
                    column.meaning(),
                    column.zooniverse());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record TableDocument(String table, List<ColumnDocument> columns) {}

    @GET
    @Path("dictionary")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the columns of the tables mean")
    public List<TableDocument> dictionary() {
        return Arrays.stream(ExportTable.values())
                .map(table -> new TableDocument(
                        table.title(),
                        table.columns().stream().map(ColumnDocument::of).toList()))
                .toList();
    }

    @GET
    @Path("{table}")
    @Operation(summary = "A table as CSV or Parquet")
    public Response export(@PathParam("table") String title, @QueryParam("format") @DefaultValue("csv") String format) {
        ExportTable table = ExportTable.of(title).orElseThrow(() -> Problem.unknown("table", title));
        StreamingOutput rows =
                switch (format) {
                    case "csv" -> out -> CsvTable.write(exports, table, true, out);
                    case "parquet" -> out -> ParquetTable.write(exports, table, out);
                    default -> throw Problem.invalid("format is \"" + format + "\", must be csv or parquet");
                };
        return Response.ok(rows)
                .type(format.equals("csv") ? "text/csv; charset=UTF-8" : "application/vnd.apache.parquet")
                .header("content-disposition", "attachment; filename=\"" + table.title() + "." + format + "\"")
                .build();
    }
}
