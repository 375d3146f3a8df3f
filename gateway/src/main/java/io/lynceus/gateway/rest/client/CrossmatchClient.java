package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// crossmatch-service: counterparts and the association of detections with sources.
@RegisterRestClient(configKey = "crossmatch")
@Consumes(MediaType.APPLICATION_JSON)
@Guarded(Service.CROSSMATCH)
public interface CrossmatchClient {
    @POST
    @Path("crossmatch")
    RestResponse<byte[]> crossmatch(byte[] detections);

    @POST
    @Path("detections/conflicts")
    RestResponse<byte[]> conflicts(byte[] detections);

    @GET
    @Path("sources/doubtful")
    RestResponse<byte[]> doubtful(@RestQuery Map<String, String> page);

    @GET
    @Path("sources/{id}")
    RestResponse<byte[]> source(@PathParam("id") String sourceId);

    @GET
    @Path("q/health/ready")
    @Guarded(value = Service.CROSSMATCH, probe = true)
    RestResponse<byte[]> readiness();
}
