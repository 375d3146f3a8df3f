package io.lynceus.gateway.surveys.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.rest.CurrentCaller;
import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyOptions;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.gateway.surveys.Surveys.ResultRow;
import io.lynceus.gateway.surveys.Uploads;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.Sharing;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.SurveyDocument;
import io.lynceus.gateway.surveys.rest.SurveyDocuments.SurveyList;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.tables.MappingGuess;
import io.lynceus.tables.TableMapping;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/// Surveys: upload, mapping, start, stop and sharing.
@Path("/api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys")
public class SurveyResource {
    private static final int PREVIEWED = 5;

    private final Uploads uploads;
    private final Surveys surveys;
    private final CurrentCaller caller;
    private final SurveyAccess access;
    private final int most;

    SurveyResource(Uploads uploads, Surveys surveys, CurrentCaller caller, SurveyAccess access, GatewayConfig config) {
        this.uploads = uploads;
        this.surveys = surveys;
        this.caller = caller;
        this.access = access;
        this.most = config.maxSurveys();
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "uploadSurvey",
            summary = "Upload a catalogue to classify",
            description = "FITS, VOTable, ECSV, CSV or TSV, packed by gzip or not. Its columns are guessed by their"
                    + " names, units and UCDs; the answer says how, and what is missing. It is nobody's but the"
                    + " uploader's until it is shared or published: its rows go over no topic and are stored with no"
                    + " source.")
    @RequestBody(
            required = true,
            description = "The file",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The survey; it runs at once if start is true and nothing is missing",
            content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response upload(
            @Parameter(description = "Name of the file, whose extension tells the format", example = "field.fits")
                    @RestQuery
                    @DefaultValue("")
                    String name,
            @Parameter(description = "Start if the mapping is complete") @RestQuery @DefaultValue("false")
                    boolean start,
            InputStream file) {
        requireRoom();
        String id = uploads.read(caller.get().name(), name, file);
        if (start) {
            surveys.start(id, SurveyOptions.PRIVATE);
        }
        return Response.created(URI.create("/api/v1/surveys/" + id))
                .entity(Wire.write(document(access.visible(id))))
                .build();
    }

    private void requireRoom() {
        if (surveys.of(caller.get().name()).size() >= most) {
            throw new Problem(ProblemDocument.of(
                    "too-many-surveys",
                    "Too many surveys",
                    409,
                    "you keep " + most + " catalogues, the most that one may; delete one first:"
                            + " DELETE /api/v1/surveys/{id}"));
        }
    }

    @GET
    @Operation(operationId = "listSurveys", summary = "The caller's surveys, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content = @Content(schema = @Schema(ref = "SurveyList")))
    public byte[] list() {
        Instant now = Instant.now();
        return Wire.write(new SurveyList(surveys.of(caller.get().name()).stream()
                .map(survey -> SurveyDocuments.brief(survey, access.isOwn(survey), now))
                .toList()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSurvey",
            summary = "A survey: how far it is, what its columns are, and how its first rows read")
    @APIResponse(responseCode = "200", description = "The survey", content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] survey(@PathParam("id") String id) {
        return Wire.write(document(access.visible(id)));
    }

    @PUT
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "describeSurvey",
            summary = "Say which column is what",
            description = "The document that ./lynceus ingest --mapping takes, as JSON or YAML. What was classified by"
                    + " another mapping is forgotten.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "TableMapping"),
                            example = "{\"title\": \"my field\", \"columns\": {\"id\": \"name\", \"ra_deg\": \"RA\","
                                    + " \"dec_deg\": \"DEC\", \"error_major_arcsec\": \"POSERR\"}, \"defaults\":"
                                    + " {\"mission\": \"Chandra\"}, \"bands\": {\"broad\": {\"low_kev\": 0.5,"
                                    + " \"high_kev\": 7, \"flux_cgs\": \"flux\"}}}"))
    @APIResponse(
            responseCode = "200",
            description = "The survey with its first rows as they read now",
            content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public byte[] describe(@PathParam("id") String id, byte[] mapping) {
        Survey survey = access.own(id);
        try {
            TableMapping given = TableMapping.read(mapping);
            var unused = given.indices(survey.columnNames());
            require(
                    surveys.describe(id, given),
                    survey,
                    survey.options().published()
                            ? "its rows are part of the sky as they were read; upload it again, with other ids, to"
                                    + " read it otherwise"
                            : "its mapping cannot be changed now; cancel it first");
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        return Wire.write(document(access.visible(id)));
    }

    @POST
    @Path("{id}/start")
    @Operation(
            operationId = "startSurvey",
            summary = "Start a survey, or go on with one that was cancelled",
            description = "Published, its rows go over the stream: each becomes a detection of the sky that everybody"
                    + " sees, and its class counts all epochs of its source. That takes the role astronomer and cannot"
                    + " be taken back; a published survey that was cancelled goes on so.")
    @APIResponse(responseCode = "200", description = "It runs", content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public byte[] start(
            @PathParam("id") String id,
            @Parameter(description = "Count the stored epochs of each row's source in")
                    @RestQuery
                    @DefaultValue("false")
                    boolean history,
            @Parameter(description = "Make each row a detection of the sky that everybody sees")
                    @RestQuery
                    @DefaultValue("false")
                    boolean publish) {
        Survey survey = access.own(id);
        if (survey.mapping().isEmpty()) {
            throw Problem.invalid("it is not known which columns are what: "
                    + String.join(", ", MappingGuess.of(survey.columns()).missing())
                    + " missing; PUT /api/v1/surveys/" + id + "/mapping says it");
        }
        if (publish && !caller.get().hasRole(Role.ASTRONOMER)) {
            throw caller.forbidden("publishing takes the role astronomer, and you are "
                    + caller.get().role().name().toLowerCase(Locale.ROOT)
                    + "; without publish=true the survey is classified for you alone");
        }
        require(
                surveys.start(id, new SurveyOptions(history, publish)),
                survey,
                publish && survey.done() > 0
                        ? "rows of it are classified aside already; upload it again to publish it"
                        : "it cannot be started");
        return Wire.write(document(access.own(id)));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            operationId = "cancelSurvey",
            summary = "Stop a survey; what is classified stays, and it can go on",
            description = "Of a published one, rows that are on the stream already arrive all the same.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled",
            content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public byte[] cancel(@PathParam("id") String id) {
        require(surveys.cancel(access.own(id).id()), access.own(id), "only one that runs can be cancelled");
        return Wire.write(document(access.own(id)));
    }

    @PUT
    @Path("{id}/sharing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "shareSurvey",
            summary = "Let anyone with the id see a survey, or only its owner",
            description = "They see its rows and results and can download them; only the owner can change it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "SurveySharing")))
    @APIResponse(responseCode = "200", description = "The survey", content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] share(@PathParam("id") String id, byte[] sharing) {
        surveys.share(access.own(id).id(), sharing(sharing).shared());
        return Wire.write(document(access.own(id)));
    }

    private static Sharing sharing(byte[] json) {
        try {
            return Wire.readStrictly(Wire.tree(json), Sharing.class);
        } catch (UnreadableJson e) {
            throw Problem.badRequest(e.getMessage() + "; the body must be {\"shared\": true} or {\"shared\": false}");
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteSurvey",
            summary = "Delete a survey with its rows and results",
            description = "Detections that its rows became stay.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public void delete(@PathParam("id") String id) {
        surveys.delete(access.own(id).id());
    }

    private SurveyDocument document(Survey survey) {
        return SurveyDocuments.whole(survey, access.isOwn(survey), preview(survey), Instant.now());
    }

    /// A running survey is polled for its progress alone, so it has no preview.
    private List<SurveyRow> preview(Survey survey) {
        return survey.state() == Survey.State.RUNNING
                ? List.of()
                : surveys.portion(survey.id(), 0).stream()
                        .limit(PREVIEWED)
                        .map(ResultRow::row)
                        .toList();
    }

    private static void require(boolean done, Survey survey, String otherwise) {
        if (!done) {
            throw new Problem(ProblemDocument.of(
                    "survey-state",
                    "Not possible now",
                    409,
                    "the survey is " + survey.state().name().toLowerCase(Locale.ROOT) + "; " + otherwise));
        }
    }
}
