package io.lynceus.gateway.models.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.ClassifierClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The models, and their activation.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Models")
public class ModelResource {
    private final ClassifierClient classifier;

    ModelResource(@RestClient ClassifierClient classifier) {
        this.classifier = classifier;
    }

    @GET
    @Path("models")
    @Operation(operationId = "listModels", summary = "The models at hand, and which are active")
    @APIResponse(
            responseCode = "200",
            description = "The models without their densities",
            content = @Content(schema = @Schema(ref = "ModelList")))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response models() {
        return Replies.pass(classifier.models());
    }

    @GET
    @Path("models/{name}/{version}")
    @Operation(operationId = "getModel", summary = "One model: features, weights, priors and provenance")
    @APIResponse(responseCode = "200", description = "The model", content = @Content(schema = @Schema(ref = "Model")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response model(@PathParam("name") String name, @PathParam("version") String version) {
        return Replies.pass(classifier.model(name, version));
    }

    @GET
    @Path("models/{name}/{version}/densities")
    @Operation(
            operationId = "getModelDensities",
            summary = "The density of every feature in every class",
            description = "As the model has learned them: p(value | class) on an even grid from low to high, of one"
                    + " feature in its unit. A folded feature counts as its absolute value.")
    @APIResponse(
            responseCode = "200",
            description = "The densities",
            content = @Content(schema = @Schema(ref = "ModelDensities")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response densities(@PathParam("name") String name, @PathParam("version") String version) {
        return Replies.pass(classifier.densities(name, version));
    }

    @POST
    @Path("activations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "activateModels",
            summary = "Make models active",
            description = "Every detection is classified by the first of the models that serves its mission: those to"
                    + " come, and in the background those that are there.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "ActivationRequest"), example = "{\"models\": [\"csc2\"]}"))
    @APIResponse(
            responseCode = "200",
            description = "The activation and its number",
            content = @Content(schema = @Schema(ref = "Activation")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response activate(byte[] body) {
        return Replies.pass(classifier.activate(body));
    }

    @GET
    @Path("activations/{number}")
    @Operation(
            operationId = "getActivation",
            summary = "One activation: its progress, and the sources that changed their class")
    @APIResponse(
            responseCode = "200",
            description = "The activation, how far it has come, and the moves",
            content = @Content(schema = @Schema(ref = "ActivationProgress")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response activation(@PathParam("number") long number) {
        return Replies.pass(classifier.activation(number));
    }
}
