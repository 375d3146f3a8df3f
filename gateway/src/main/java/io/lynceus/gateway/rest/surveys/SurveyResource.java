package io.lynceus.gateway.rest.surveys;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.Reply;
import io.lynceus.gateway.SuiteServices;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.rest.accounts.CurrentCaller;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.RefusalDocument;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.Refusals;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.RowDocument;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.Rows;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.Sharing;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.SurveyDocument;
import io.lynceus.gateway.rest.surveys.SurveyDocuments.SurveyList;
import io.lynceus.gateway.rest.vo.Provenance;
import io.lynceus.gateway.rest.vo.VotableDocument;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Survey.Course;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.gateway.surveys.Surveys.Refusal;
import io.lynceus.gateway.surveys.Surveys.Result;
import io.lynceus.gateway.surveys.Uploads;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.formats.CsvTableWriter;
import uk.ac.starlink.votable.DataFormat;

/// A whole catalogue by one upload.
@Path("/api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys")
public class SurveyResource {
    private static final String VOTABLE = "application/x-votable+xml";
    private static final String FITS = "application/fits";
    private static final String CSV = "text/csv";
    private static final int PREVIEWED = 5;
    private static final int MOST_REFUSALS = 1_000;

    private final Uploads uploads;
    private final Surveys surveys;
    private final SuiteServices services;
    private final CurrentCaller caller;
    private final String software;
    private final int most;

    SurveyResource(
            Uploads uploads,
            Surveys surveys,
            SuiteServices services,
            CurrentCaller caller,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.uploads = uploads;
        this.surveys = surveys;
        this.services = services;
        this.caller = caller;
        this.most = config.maxSurveys();
        this.software = "Lynceus " + version;
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
            surveys.start(id, Course.ASIDE);
        }
        return Response.created(URI.create("/api/v1/surveys/" + id))
                .entity(Wire.write(document(visible(id))))
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
                .map(survey -> SurveyDocuments.brief(survey, isOwn(survey), now))
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
        return Wire.write(document(visible(id)));
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
        Survey survey = own(id);
        try {
            TableMapping given = TableMapping.read(mapping);
            var unused = given.indices(survey.columnNames());
            require(
                    surveys.describe(id, given),
                    survey,
                    survey.course().published()
                            ? "its rows are part of the sky as they were read; upload it again, with other ids, to"
                                    + " read it otherwise"
                            : "its mapping cannot be changed now; cancel it first");
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        return Wire.write(document(visible(id)));
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
        Survey survey = own(id);
        if (survey.mapping().isEmpty()) {
            throw Problem.invalid("it is not known which columns are what: "
                    + String.join(", ", MappingGuess.of(survey.columns()).missing())
                    + " missing; PUT /api/v1/surveys/" + id + "/mapping says it");
        }
        if (publish && !caller.get().is(Role.ASTRONOMER)) {
            throw caller.forbidden("publishing takes the role astronomer, and you are "
                    + caller.get().role().name().toLowerCase(Locale.ROOT)
                    + "; without publish=true the survey is classified for you alone");
        }
        require(
                surveys.start(id, new Course(history, publish)),
                survey,
                publish && survey.done() > 0
                        ? "rows of it are classified aside already; upload it again to publish it"
                        : "it cannot be started");
        return Wire.write(document(own(id)));
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
        require(surveys.cancel(own(id).id()), own(id), "only one that runs can be cancelled");
        return Wire.write(document(own(id)));
    }

    @PUT
    @Path("{id}/sharing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "shareSurvey",
            summary = "Let everybody who has the id see a survey, or nobody but its owner",
            description = "They see its rows and results and can download them; only the owner can change it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "SurveySharing")))
    @APIResponse(responseCode = "200", description = "The survey", content = @Content(schema = @Schema(ref = "Survey")))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] share(@PathParam("id") String id, byte[] sharing) {
        surveys.share(own(id).id(), sharing(sharing).shared());
        return Wire.write(document(own(id)));
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
        surveys.delete(own(id).id());
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
        List<Refusal> refusals = surveys.refusals(visible(id).id(), after, MOST_REFUSALS);
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
        List<Result> rows = surveys.portion(visible(id).id(), portion);
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
        Survey survey = visible(id);
        Provenance provenance = provenance(uri);
        ResultTable table = new ResultTable(
                surveys, survey, ResultColumn.all(provenance.classes(), names(names)), format.equals("fits"));
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
                                provenance.notes(),
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

    private Provenance provenance(UriInfo uri) {
        Reply models = services.models();
        if (models.status() != 200) {
            throw new Problem(Wire.read(models.body().utf8(), ProblemDocument.class));
        }
        return Provenance.of(
                Wire.tree(models.body().utf8()), software, uri.getRequestUri().toString(), Instant.now());
    }

    private static Response file(Survey survey, String extension, String type, StreamingOutput table) {
        String name = survey.name().replaceAll("(\\.[A-Za-z]{1,7}){1,2}$", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(table, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-classified." + extension + "\"")
                .build();
    }

    /// A survey that the caller may see: to others it is as if it were not there.
    private Survey visible(String id) {
        return surveys.find(id)
                .filter(survey -> survey.shared() || isOwn(survey))
                .orElseThrow(() -> Problem.unknown("survey", id));
    }

    /// A survey that the caller may change.
    private Survey own(String id) {
        Survey survey = visible(id);
        if (!isOwn(survey)) {
            throw caller.forbidden(
                    "the survey is somebody else's, who shares it to be read; upload the catalogue yourself to change"
                            + " it");
        }
        return survey;
    }

    private boolean isOwn(Survey survey) {
        return survey.owner().map(owner -> caller.get().goesBy(owner)).orElse(true);
    }

    private SurveyDocument document(Survey survey) {
        return SurveyDocuments.whole(survey, isOwn(survey), preview(survey), Instant.now());
    }

    /// Whoever waits for a survey asks for it often, and for its progress alone.
    private List<SurveyRow> preview(Survey survey) {
        return survey.state() == Survey.State.RUNNING
                ? List.of()
                : surveys.portion(survey.id(), 0).stream()
                        .limit(PREVIEWED)
                        .map(Result::row)
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
