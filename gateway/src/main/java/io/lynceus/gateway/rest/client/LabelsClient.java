package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// labels-service: votes, consensus, volunteers and comments.
@RegisterRestClient(configKey = "labels")
@Consumes(MediaType.APPLICATION_JSON)
@Guarded(Service.LABELS)
public interface LabelsClient {
    @GET
    @Path("sources/{id}/votes")
    RestResponse<byte[]> votes(@PathParam("id") String sourceId);

    @POST
    @Path("sources/{id}/votes")
    RestResponse<byte[]> vote(@PathParam("id") String sourceId, byte[] vote);

    @GET
    @Path("sources/{id}/consensus")
    RestResponse<byte[]> consensus(@PathParam("id") String sourceId);

    @GET
    @Path("subjects/next")
    RestResponse<byte[]> next(@QueryParam("user") String user, @QueryParam("training") boolean training);

    @GET
    @Path("volunteers/{user}")
    RestResponse<byte[]> volunteer(@PathParam("user") String user);

    @GET
    @Path("ranking")
    RestResponse<byte[]> ranking(@RestQuery Map<String, String> page);

    @PUT
    @Path("volunteers/{user}/settings")
    RestResponse<byte[]> chooseSettings(@PathParam("user") String user, byte[] settings);

    @GET
    @Path("volunteers/{user}/export")
    RestResponse<byte[]> personalData(@PathParam("user") String user);

    @DELETE
    @Path("volunteers/{user}")
    RestResponse<byte[]> forget(@PathParam("user") String user);

    @POST
    @Path("consensus/recompute")
    RestResponse<byte[]> recompute();

    @GET
    @Path("consensus/recompute/{id}")
    RestResponse<byte[]> recomputation(@PathParam("id") String id);

    @GET
    @Path("retirement/rules")
    RestResponse<byte[]> retirementRules();

    @PUT
    @Path("retirement/rules/{name}")
    RestResponse<byte[]> storeRetirementRule(@PathParam("name") String name, byte[] rule);

    @POST
    @Path("retirement/rules/{name}/activate")
    RestResponse<byte[]> activateRetirementRule(@PathParam("name") String name);

    @POST
    @Path("retirement/dry-run")
    RestResponse<byte[]> retirementDryRun(byte[] rule);

    @GET
    @Path("sources/{id}/retirement")
    RestResponse<byte[]> retirement(@PathParam("id") String sourceId);

    @POST
    @Path("sources/{id}/retirement")
    RestResponse<byte[]> decideRetirement(@PathParam("id") String sourceId, byte[] decision);

    @GET
    @Path("exports/dictionary")
    RestResponse<byte[]> exportDictionary();

    @GET
    @Path("imports")
    RestResponse<byte[]> imports();

    @PUT
    @Path("imports/{name}")
    RestResponse<byte[]> describeImport(@PathParam("name") String name, byte[] mapping);

    @GET
    @Path("correlated")
    RestResponse<byte[]> correlated();

    @GET
    @Path("sources/{id}/comments")
    RestResponse<byte[]> comments(
            @PathParam("id") String sourceId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit);

    @POST
    @Path("sources/{id}/comments")
    RestResponse<byte[]> comment(@PathParam("id") String sourceId, byte[] comment);

    @POST
    @Path("comments/{id}/reports")
    RestResponse<byte[]> report(@PathParam("id") String commentId, byte[] report);

    @GET
    @Path("comments/reported")
    RestResponse<byte[]> reported(@QueryParam("limit") @Nullable String limit);

    @GET
    @Path("comments/{id}/moderation")
    RestResponse<byte[]> moderation(@PathParam("id") String commentId);

    @POST
    @Path("comments/{id}/moderation")
    RestResponse<byte[]> moderate(@PathParam("id") String commentId, byte[] decision);

    @GET
    @Path("q/health/ready")
    @Guarded(value = Service.LABELS, probe = true)
    RestResponse<byte[]> readiness();
}
