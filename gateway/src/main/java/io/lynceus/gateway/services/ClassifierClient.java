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

@RegisterRestClient(configKey = "classifier")
@Consumes(MediaType.APPLICATION_JSON)
interface ClassifierClient {
    @POST
    @Path("classify")
    Response classify(byte[] featured);

    @GET
    @Path("sources")
    Response sources(@RestQuery Map<String, String> conditions);

    @GET
    @Path("sources/{id}")
    Response source(@PathParam("id") String sourceId);

    @GET
    @Path("sources/{id}/history")
    Response history(@PathParam("id") String sourceId);

    @GET
    @Path("models")
    Response models();

    @GET
    @Path("models/{name}/{version}")
    Response model(@PathParam("name") String name, @PathParam("version") String version);

    @GET
    @Path("models/{name}/{version}/densities")
    Response densities(@PathParam("name") String name, @PathParam("version") String version);

    @POST
    @Path("activations")
    Response activate(byte[] models);

    @GET
    @Path("activations/{number}")
    Response activation(@PathParam("number") long number);

    @GET
    @Path("q/health/ready")
    Response readiness();
}
