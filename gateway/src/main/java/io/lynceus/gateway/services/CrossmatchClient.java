package io.lynceus.gateway.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "crossmatch")
@Consumes(MediaType.APPLICATION_JSON)
interface CrossmatchClient {
    @POST
    @Path("crossmatch")
    Response crossmatch(byte[] detections);

    @POST
    @Path("detections/conflicts")
    Response conflicts(byte[] detections);

    @GET
    @Path("q/health/ready")
    Response readiness();
}
