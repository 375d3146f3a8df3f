package io.lynceus.gateway.vo.rest;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.runtime.problem.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/// IVOA Simple Cone Search 1.03, with its VOSI 1.1 endpoints.
///
/// A wrong request gets an error document with status 200: clients of this standard read the document, and many give up
/// on any other status.
@Path("/scs")
@RunOnVirtualThread
@Tag(name = "Virtual Observatory")
public class ConeSearchResource {
    private static final Logger LOG = Logger.getLogger(ConeSearchResource.class);

    private static final int MOST_PARAMETERS = 100;

    private final SourceTables tables;
    private final VosiDocuments vosi;
    private final GatewayConfig config;

    ConeSearchResource(SourceTables tables, VosiDocuments vosi, GatewayConfig config) {
        this.tables = tables;
        this.vosi = vosi;
        this.config = config;
    }

    @GET
    @Operation(
            operationId = "searchCone",
            summary = "Sources in a cone (IVOA Simple Cone Search 1.03)",
            description = "A VOTable with units, UCDs and provenance. Names of parameters count in upper and lower case"
                    + " alike; others than these are ignored. An error is a VOTable with an INFO named Error. More"
                    + " sources than MAXREC, or than the service answers at most, are left out and QUERY_STATUS after"
                    + " the table is OVERFLOW.")
    @Parameter(
            name = "RA",
            in = ParameterIn.QUERY,
            required = true,
            description = "Right ascension of the middle, ICRS [deg], in [0, 360]",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "360"))
    @Parameter(
            name = "DEC",
            in = ParameterIn.QUERY,
            required = true,
            description = "Declination of the middle, ICRS [deg], in [-90, 90]",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "-90", maximum = "90"))
    @Parameter(
            name = "SR",
            in = ParameterIn.QUERY,
            required = true,
            description = "Radius [deg], in [0, 180]; 0 answers the columns without rows",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "180"))
    @Parameter(
            name = "VERB",
            in = ParameterIn.QUERY,
            description = "1 for the fewest columns, 2 for the usual ones, 3 for all",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "3", defaultValue = "2"))
    @Parameter(
            name = "MAXREC",
            in = ParameterIn.QUERY,
            description = "Most rows; 0 answers the columns without rows",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = "RESPONSEFORMAT",
            in = ParameterIn.QUERY,
            description = "votable or votable/td (rows as XML), votable/b2 (as bytes), csv, or their media types",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "votable"))
    @APIResponse(
            responseCode = "200",
            description = "The table, or what is wrong with the request",
            content = @Content(mediaType = "text/xml;content=x-votable", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "503",
            description = "A part of the suite is away, said in a VOTable",
            content = @Content(mediaType = "text/xml;content=x-votable", schema = @Schema(type = SchemaType.STRING)))
    public Response search(UriInfo uri, @Context HttpServerRequest request) {
        try {
            String query = Objects.requireNonNullElse(request.query(), "");
            ConeRequest cone = ConeRequest.of(parameters(query), config.maxTableRows());
            return tables.cone(cone, vosi.address(uri) + "?" + query);
        } catch (Problem e) {
            return error(
                            Response.Status.OK,
                            Objects.requireNonNullElse(e.document().detail(), e.getMessage()))
                    .build();
        } catch (ServiceAway e) {
            LOG.warnf("cone search: %s", e.getMessage());
            return error(Response.Status.SERVICE_UNAVAILABLE, e.getMessage() + "; try again in a few seconds")
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Math.max(1, config.breakerDelay().toSeconds()))
                    .build();
        }
    }

    /// A semicolon belongs to the value, as in a media type; the default decoder would end the value there.
    private static Map<String, List<String>> parameters(String query) {
        try {
            return new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the query cannot be read: " + e.getMessage());
        }
    }

    private static Response.ResponseBuilder error(Response.Status status, String detail) {
        return Response.status(status).type(TableFormat.TABLEDATA.mediaType()).entity(VotableDocument.error(detail));
    }

    @GET
    @Path("availability")
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "getAvailability",
            summary = "Whether the cone search can answer (VOSI 1.1)",
            description = "Also at /availability.")
    @APIResponse(responseCode = "200", description = "An availability document")
    public String availability() {
        return vosi.availability();
    }

    @GET
    @Path("capabilities")
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "getCapabilities",
            summary = "What the cone search can do (VOSI 1.1)",
            description = "Also at /capabilities.")
    @APIResponse(responseCode = "200", description = "A capabilities document")
    public String capabilities(UriInfo request) {
        return vosi.capabilities(request);
    }
}
