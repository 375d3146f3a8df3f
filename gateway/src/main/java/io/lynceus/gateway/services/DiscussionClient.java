package io.lynceus.gateway.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

@RegisterRestClient(configKey = "labels")
@Consumes(MediaType.APPLICATION_JSON)
interface DiscussionClient {
    @GET
    @Path("sources/{id}/comments")
    Response comments(
            @PathParam("id") String sourceId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit);

    @POST
    @Path("sources/{id}/comments")
    Response comment(@PathParam("id") String sourceId, byte[] comment);

    @POST
    @Path("comments/{id}/reports")
    Response report(@PathParam("id") String commentId, byte[] report);

    @GET
    @Path("comments/reported")
    Response reported(@QueryParam("limit") @Nullable String limit);

    @GET
    @Path("comments/{id}/moderation")
    Response moderation(@PathParam("id") String commentId);

    @POST
    @Path("comments/{id}/moderation")
    Response moderate(@PathParam("id") String commentId, byte[] decision);
}
