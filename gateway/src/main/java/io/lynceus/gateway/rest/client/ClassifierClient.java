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

/// classifier-service: classes, sources and models.
@RegisterRestClient(configKey = "classifier")
@Consumes(MediaType.APPLICATION_JSON)
@Guarded(Service.CLASSIFIER)
public interface ClassifierClient {
    @POST
    @Path("classify")
    RestResponse<byte[]> classify(byte[] featured);

    @GET
    @Path("sources")
    RestResponse<byte[]> sources(@RestQuery Map<String, String> conditions);

    @GET
    @Path("sources/{id}")
    RestResponse<byte[]> source(@PathParam("id") String sourceId);

    @GET
    @Path("sources/{id}/history")
    RestResponse<byte[]> history(@PathParam("id") String sourceId);

    @GET
    @Path("models")
    RestResponse<byte[]> models();

    @GET
    @Path("models/{name}/{version}")
    RestResponse<byte[]> model(@PathParam("name") String name, @PathParam("version") String version);

    @GET
    @Path("models/{name}/{version}/densities")
    RestResponse<byte[]> densities(@PathParam("name") String name, @PathParam("version") String version);

    @POST
    @Path("activations")
    RestResponse<byte[]> activate(byte[] models);

    @GET
    @Path("activations/{number}")
    RestResponse<byte[]> activation(@PathParam("number") long number);

    @GET
    @Path("q/health/ready")
    @Guarded(value = Service.CLASSIFIER, probe = true)
    RestResponse<byte[]> readiness();
}
