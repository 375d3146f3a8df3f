package io.lynceus.gateway.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

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
    @Path("sources/doubtful")
    Response doubtful(@RestQuery Map<String, String> page);

    @GET
    @Path("sources/{id}")
    Response source(@PathParam("id") String sourceId);

    @GET
    @Path("q/health/ready")
    Response readiness();
}
