package io.lynceus.gateway.vo.rest;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.rest.client.ClassifierClient;
import io.lynceus.gateway.vo.rest.Provenance.Note;
import io.lynceus.runtime.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.formats.CsvTableWriter;
import uk.ac.starlink.votable.DataFormat;

/// Tables of sources, written while they are read: at most one page is in memory.
///
/// The first page is fetched before anything is written, so that an early failure is an error and not a table cut
/// short.
@ApplicationScoped
public class SourceTables {
    /// The columns of a table that is downloaded.
    private static final int ALL_COLUMNS = 3;

    private final ClassifierClient classifier;
    private final CurrentProvenance provenance;
    private final GatewayConfig config;

    SourceTables(@RestClient ClassifierClient classifier, CurrentProvenance provenance, GatewayConfig config) {
        this.classifier = classifier;
        this.provenance = provenance;
        this.config = config;
    }

    /// All columns of the sources that satisfy conditions.
    ///
    /// @param conditions as of `GET /api/v1/sources`; limit is the maximum number of rows, and a VOTable says if
    ///     there are more
    /// @param request that is answered
    /// @throws Problem where the conditions are not possible
    public Response download(Map<String, String> conditions, TableFormat format, String request) {
        int mostRows = rows(conditions.get("limit"));
        Provenance made = provenance.of(request);
        List<SourceColumn> columns = SourceColumns.ofVerbosity(ALL_COLUMNS, made.classes());
        SourceTable table = table(columns, conditions, mostRows);
        return Response.ok(output(table, format, made.notes()), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sources." + format.extension() + "\"")
                .build();
    }

    private int rows(@Nullable String limit) {
        if (limit == null) {
            return config.maxTableRows();
        }
        if (!limit.matches("\\d{1,9}")) {
            throw Problem.invalid("limit is '" + limit + "', must be a number of rows");
        }
        return Math.min(Integer.parseInt(limit), config.maxTableRows());
    }

    /// The sources in a cone.
    Response cone(ConeRequest cone, String request) {
        Provenance made = provenance.of(request);
        List<SourceColumn> columns = SourceColumns.ofVerbosity(cone.verbosity(), made.classes());
        SourceTable table = cone.radiusDeg() == 0
                ? new SourceTable(columns, Collections.emptyIterator(), 0)
                : table(
                        columns,
                        Map.of(
                                "ra_deg", Double.toString(cone.centre().raDeg()),
                                "dec_deg", Double.toString(cone.centre().decDeg()),
                                "radius_arcsec", Double.toString(cone.radiusDeg() * 3600)),
                        cone.maxRecords());
        List<Note> notes = Stream.concat(
                        Stream.of(
                                new Note("standardID", "ivo://ivoa.net/std/ConeSearch"),
                                new Note("service_protocol", "Simple Cone Search 1.03")),
                        made.notes().stream())
                .toList();
        return Response.ok(output(table, cone.format(), notes), cone.format().mediaType())
                .build();
    }

    private SourceTable table(List<SourceColumn> columns, Map<String, String> conditions, int mostRows) {
        boolean full = columns.stream().anyMatch(SourceColumn::full);
        // One more than wanted, to know whether there are more.
        return new SourceTable(columns, new SourcePages(classifier, conditions, full, mostRows + 1), mostRows);
    }

    private static StreamingOutput output(SourceTable table, TableFormat format, List<Note> notes) {
        return out -> {
            switch (format) {
                case TABLEDATA -> VotableDocument.write(table, DataFormat.TABLEDATA, notes, out);
                case BINARY2 -> VotableDocument.write(table, DataFormat.BINARY2, notes, out);
                case CSV -> writeCsv(table, out);
            }
        };
    }

    private static void writeCsv(SourceTable table, OutputStream out) throws IOException {
        new CsvTableWriter().writeStarTable(table, out);
        if (table.failure().isPresent()) {
            throw new IOException("the table is cut short: " + table.failure().get());
        }
    }
}
