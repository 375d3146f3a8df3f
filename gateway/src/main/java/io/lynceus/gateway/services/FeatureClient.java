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

@RegisterRestClient(configKey = "feature")
@Consumes(MediaType.APPLICATION_JSON)
interface FeatureClient {
    @POST
    @Path("features")
    Response features(byte[] enhanced, @QueryParam("history") boolean history);

    @GET
    @Path("sources/{id}/light-curve")
    Response lightCurve(@PathParam("id") String sourceId);

    @GET
    @Path("q/health/ready")
    Response readiness();
}
