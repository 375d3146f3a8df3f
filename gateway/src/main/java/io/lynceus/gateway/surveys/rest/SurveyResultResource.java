package io.lynceus.gateway.surveys.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.gateway.surveys.Surveys.Refusal;
import io.lynceus.gateway.surveys.Surveys.ResultRow;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.RefusalDocument;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.Refusals;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.RowDocument;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.Rows;
import io.lynceus.gateway.vo.rest.CurrentProvenance;
import io.lynceus.gateway.vo.rest.Provenance;
import io.lynceus.gateway.vo.rest.VotableDocument;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.formats.CsvTableWriter;
import uk.ac.starlink.votable.DataFormat;

/// Results of surveys: rows, refusals, and the catalogue with classes as a file.
@Path("/api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys")
public class SurveyResultResource {
    private static final String VOTABLE = "application/x-votable+xml";
    private static final String FITS = "application/fits";
    private static final String CSV = "text/csv";
    private static final int MOST_REFUSALS = 1_000;

    private final Surveys surveys;
    private final SurveyAccess access;
    private final CurrentProvenance provenance;

    SurveyResultResource(Surveys surveys, SurveyAccess access, CurrentProvenance provenance) {
        this.surveys = surveys;
        this.access = access;
        this.provenance = provenance;
    }

    @GET
    @Path("{id}/refusals")
    @Operation(operationId = "listSurveyRefusals", summary = "Rows that have no class, with line and reason")
    @APIResponse(
            responseCode = "200",
            description = "At most 1000, and the line after which to ask for more",
            content = @Content(schema = @Schema(ref = "SurveyRefusals")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] refusals(
            @PathParam("id") String id,
            @Parameter(description = "Line after which to begin") @RestQuery @DefaultValue("0") long after) {
        List<Refusal> refusals = surveys.refusals(access.visible(id).id(), after, MOST_REFUSALS);
        return Wire.write(new Refusals(
                refusals.stream()
                        .map(refusal -> new RefusalDocument(refusal.line(), refusal.reason()))
                        .toList(),
                refusals.size() < MOST_REFUSALS ? null : refusals.getLast().line()));
    }

    @GET
    @Path("{id}/rows")
    @Operation(
            operationId = "listSurveyRows",
            summary = "Rows as they were uploaded with what became of them, a portion of 500 at a time")
    @APIResponse(
            responseCode = "200",
            description = "The rows, and the number of the next portion",
            content = @Content(schema = @Schema(ref = "SurveyRows")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] rows(
            @PathParam("id") String id,
            @Parameter(description = "Number of the portion, from 0") @RestQuery @DefaultValue("0") int portion) {
        List<ResultRow> rows = surveys.portion(access.visible(id).id(), portion);
        return Wire.write(new Rows(
                rows.stream().map(RowDocument::of).toList(), rows.size() < Surveys.PORTION ? null : portion + 1));
    }

    @GET
    @Path("{id}/results")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadSurvey",
            summary = "The catalogue with classes",
            description = "The uploaded columns, units and UCDs as they were, and beside them class, probabilities,"
                    + " margin, outlier measure and alternatives; for a row without class the reason. Can be had while"
                    + " the survey runs.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = VOTABLE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FITS, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response results(
            @PathParam("id") String id,
            @Parameter(description = "votable, fits or csv") @RestQuery @DefaultValue("votable") String format,
            @Parameter(description = "lynceus (lx_class, lx_prob_agn ...) or authors (prediction, PbaC0 ...)")
                    @RestQuery
                    @DefaultValue("lynceus")
                    String names,
            @Context UriInfo uri) {
        Survey survey = access.visible(id);
        Provenance made = provenance.of(uri.getRequestUri().toString());
        ResultTable table =
                new ResultTable(surveys, survey, ResultColumn.all(made.classes(), names(names)), format.equals("fits"));
        return switch (format) {
            case "votable" ->
                file(
                        survey,
                        "vot",
                        VOTABLE,
                        out -> VotableDocument.write(
                                table,
                                survey.name() + ", classified by Lynceus",
                                DataFormat.TABLEDATA,
                                made.notes(),
                                out,
                                List::of));
            case "fits" -> file(survey, "fits", FITS, out -> new FitsTableWriter().writeStarTable(table, out));
            case "csv" -> file(survey, "csv", CSV, out -> new CsvTableWriter().writeStarTable(table, out));
            default -> throw Problem.invalid("format is '" + format + "', must be votable, fits or csv");
        };
    }

    private static ResultColumn.Names names(String names) {
        return switch (names) {
            case "lynceus" -> ResultColumn.Names.LYNCEUS;
            case "authors" -> ResultColumn.Names.AUTHORS;
            default -> throw Problem.invalid("names is '" + names + "', must be lynceus or authors");
        };
    }

    private static Response file(Survey survey, String extension, String type, StreamingOutput table) {
        String name = survey.name().replaceAll("(\\.[A-Za-z]{1,7}){1,2}$", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(table, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-classified." + extension + "\"")
                .build();
    }
}
