package io.lynceus.gateway.services;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

@RegisterRestClient(configKey = "labels")
@Consumes(MediaType.APPLICATION_JSON)
interface LabelsClient {
    @GET
    @Path("sources/{id}/votes")
    Response votes(@PathParam("id") String sourceId);

    @POST
    @Path("sources/{id}/votes")
    Response vote(@PathParam("id") String sourceId, byte[] vote);

    @GET
    @Path("sources/{id}/consensus")
    Response consensus(@PathParam("id") String sourceId);

    @GET
    @Path("subjects/next")
    Response next(@QueryParam("user") String user, @QueryParam("training") boolean training);

    @GET
    @Path("volunteers/{user}")
    Response volunteer(@PathParam("user") String user);

    @GET
    @Path("ranking")
    Response ranking(@RestQuery Map<String, String> page);

    @PUT
    @Path("volunteers/{user}/settings")
    Response chooseSettings(@PathParam("user") String user, byte[] settings);

    @GET
    @Path("volunteers/{user}/export")
    Response personalData(@PathParam("user") String user);

    @DELETE
    @Path("volunteers/{user}")
    Response forget(@PathParam("user") String user);

    @POST
    @Path("consensus/recompute")
    Response recompute();

    @GET
    @Path("consensus/recompute/{id}")
    Response recomputation(@PathParam("id") String id);

    @GET
    @Path("retirement/rules")
    Response retirementRules();

    @PUT
    @Path("retirement/rules/{name}")
    Response storeRetirementRule(@PathParam("name") String name, byte[] rule);

    @POST
    @Path("retirement/rules/{name}/activate")
    Response activateRetirementRule(@PathParam("name") String name);

    @POST
    @Path("retirement/dry-run")
    Response retirementDryRun(byte[] rule);

    @GET
    @Path("sources/{id}/retirement")
    Response retirement(@PathParam("id") String sourceId);

    @POST
    @Path("sources/{id}/retirement")
    Response decideRetirement(@PathParam("id") String sourceId, byte[] decision);

    @GET
    @Path("exports/dictionary")
    Response exportDictionary();

    @GET
    @Path("imports")
    Response imports();

    @PUT
    @Path("imports/{name}")
    Response describeImport(@PathParam("name") String name, byte[] mapping);

    @GET
    @Path("correlated")
    Response correlated();

    @GET
    @Path("q/health/ready")
    Response readiness();
}
