package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/// feature-service: features and light curves.
@RegisterRestClient(configKey = "feature")
@Consumes(MediaType.APPLICATION_JSON)
@Guarded(Service.FEATURE)
public interface FeatureClient {
    @POST
    @Path("features")
    RestResponse<byte[]> features(byte[] enhanced, @QueryParam("history") boolean history);

    @GET
    @Path("sources/{id}/light-curve")
    RestResponse<byte[]> lightCurve(@PathParam("id") String sourceId);

    @GET
    @Path("q/health/ready")
    @Guarded(value = Service.FEATURE, probe = true)
    RestResponse<byte[]> readiness();
}
