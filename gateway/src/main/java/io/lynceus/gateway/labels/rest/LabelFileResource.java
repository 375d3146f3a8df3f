package io.lynceus.gateway.labels.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.LabelFiles;
import io.lynceus.gateway.rest.client.LabelsClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

/// Imports and exports of votes, and correlated accounts.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Labels")
public class LabelFileResource {
    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final LabelFiles files;
    private final LabelsClient labels;

    LabelFileResource(LabelFiles files, @RestClient LabelsClient labels) {
        this.files = files;
        this.labels = labels;
    }

    @GET
    @Path("labels/exports/{table}")
    @Produces({CSV, PARQUET})
    @Operation(
            operationId = "exportLabels",
            summary = "Votes, aggregates, gold or confusion as a table",
            description =
                    "One consistent state of the table, as CSV or Parquet. The columns are told by"
                            + " labels/exports/dictionary; a text that begins like a formula has an apostrophe before it in CSV.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response export(
            @Parameter(description = "votes, aggregates, gold or confusion", example = "votes") @PathParam("table")
                    String table,
            @Parameter(description = "csv or parquet") @RestQuery @DefaultValue("csv") String format) {
        return pass(files.export(table, format));
    }

    @GET
    @Path("labels/exports/dictionary")
    @Operation(
            operationId = "getExportDictionary",
            summary = "What the columns of the exports mean, and what Zooniverse calls them")
    @APIResponse(
            responseCode = "200",
            description = "The tables with their columns",
            content = @Content(schema = @Schema(ref = "ExportDictionary")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response dictionary() {
        return Replies.pass(labels.exportDictionary());
    }

    @GET
    @Path("labels/imports")
    @Operation(
            operationId = "listVoteImports",
            summary = "Imports of votes, how they read and how many votes came with each")
    @APIResponse(
            responseCode = "200",
            description = "The imports",
            content = @Content(schema = @Schema(ref = "VoteImports")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response imports() {
        return Replies.pass(labels.imports());
    }

    @PUT
    @Path("labels/imports/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeVoteImport", summary = "Say how the classifications of another project read")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "ImportMapping"),
                            example =
                                    "{\"answers\": {\"A quasar\": \"AGN\", \"No idea\": \"Unsure\"}, \"task\": \"T0\","
                                            + " \"subject\": \"source_id\", \"workflows\": [\"1234\"]}"))
    @APIResponse(responseCode = "204", description = "Stored")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response describe(@PathParam("name") String name, byte[] body) {
        return Replies.pass(labels.describeImport(name, body));
    }

    @POST
    @Path("labels/imports/{name}")
    @Consumes(CSV)
    @Operation(
            operationId = "importVotes",
            summary = "Import a classification export of Zooniverse",
            description = "The same classification is the same vote, however often it is imported. All or nothing;"
                    + " every row is accounted for in the answer. Votes for its sources wait while it is settled.")
    @RequestBody(required = true)
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(ref = "ImportReport")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response importVotes(
            @PathParam("name") String name,
            @Parameter(description = "Report and change nothing") @RestQuery("dry_run") @DefaultValue("false")
                    boolean dryRun,
            InputStream csv) {
        return pass(files.importVotes(name, dryRun, csv));
    }

    @GET
    @Path("labels/correlated")
    @Operation(
            operationId = "listCorrelatedAccounts",
            summary = "Accounts that err together",
            description = "Each group counts as one user: of its votes for a source the first counts.")
    @APIResponse(
            responseCode = "200",
            description = "The groups",
            content = @Content(schema = @Schema(ref = "CorrelatedGroups")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response correlated() {
        return Replies.pass(labels.correlated());
    }

    private static Response pass(LabelFiles.Content content) {
        ResponseBuilder response =
                Response.status(content.status()).type(content.type()).entity(content.bytes());
        content.disposition().ifPresent(name -> response.header("content-disposition", name));
        return response.build();
    }
}
