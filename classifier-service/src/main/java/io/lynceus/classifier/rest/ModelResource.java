package io.lynceus.classifier.rest;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.rest.ModelDocuments.ActivationDocument;
import io.lynceus.classifier.rest.ModelDocuments.ActivationProgress;
import io.lynceus.classifier.rest.ModelDocuments.ActivationRequest;
import io.lynceus.classifier.rest.ModelDocuments.DensitiesDocument;
import io.lynceus.classifier.rest.ModelDocuments.ModelList;
import io.lynceus.classifier.rest.ModelDocuments.ModelSummary;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/// Available models, and which of them are active.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModelResource {
    private final ModelCatalogue catalogue;
    private final Activations activations;
    private final ClassificationStore store;

    ModelResource(ModelCatalogue catalogue, Activations activations, ClassificationStore store) {
        this.catalogue = catalogue;
        this.activations = activations;
        this.store = store;
    }

    @GET
    @Path("models")
    @Operation(summary = "Available models, and which are active")
    public ModelList models() {
        Activation activation = activations.current();
        return new ModelList(
                activation.number(),
                catalogue.models().stream()
                        .flatMap(id -> summary(id, activation).stream())
                        .toList());
    }

    @GET
    @Path("models/{name}/{version}")
    @Operation(summary = "One model: features, weights, priors and provenance")
    public ModelSummary model(@PathParam("name") String name, @PathParam("version") String version) {
        ModelId id = new ModelId(name, version);
        return summary(id, activations.current()).orElseThrow(() -> Problem.unknown("model", id.toString()));
    }

    @GET
    @Path("models/{name}/{version}/densities")
    @Operation(summary = "The density of every feature in every class, as the model has learned them")
    public DensitiesDocument densities(@PathParam("name") String name, @PathParam("version") String version) {
        ModelId id = new ModelId(name, version);
        return catalogue
                .classifier(id)
                .map(classifier -> DensitiesDocument.of(id, classifier.model()))
                .orElseThrow(() -> Problem.unknown("model", id.toString()));
    }

    @POST
    @Path("activations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make models active",
            description = "Every detection is classified by the first of the models that serves its mission: those to"
                    + " come, and in the background those that are there.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ActivationRequest.class),
                            example = "{\"models\": [\"csc2\"]}"))
    public ActivationDocument activate(byte[] body) {
        List<String> references = Stream.ofNullable(Wire.readStrictly(Wire.tree(body), ActivationRequest.class)
                        .models())
                .flatMap(List::stream)
                .toList();
        if (references.isEmpty()) {
            throw Problem.badRequest("models must name at least one model");
        }
        try {
            return ActivationDocument.of(activations.activate(
                    references.stream().map(catalogue::resolve).toList()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("activations/rollback")
    @Operation(
            summary = "Go back to the models that were active before",
            description = "A new activation of what was in force before the models of today, with the same"
                    + " reclassification; done twice, it is where it began.")
    public ActivationDocument rollback() {
        List<ModelId> before = activations
                .previous()
                .map(Activation::models)
                .orElseThrow(() -> nowhere("no other models were ever active"));
        List<ModelId> lost =
                before.stream().filter(id -> catalogue.classifier(id).isEmpty()).toList();
        if (!lost.isEmpty()) {
            throw nowhere("no longer at hand: " + lost);
        }
        return ActivationDocument.of(activations.activate(before));
    }

    @GET
    @Path("activations/{number}")
    @Operation(summary = "One activation: whether all detections are reclassified, and how many sources changed class")
    public ActivationProgress activation(@PathParam("number") long number) {
        return activations
                .state(number)
                .map(state -> ActivationProgress.of(state, store.moves(number)))
                .orElseThrow(() -> Problem.unknown("activation", Long.toString(number)));
    }

    private static Problem nowhere(String detail) {
        return new Problem(ProblemDocument.of("nothing-to-go-back-to", "Nothing to go back to", 409, detail));
    }

    private Optional<ModelSummary> summary(ModelId id, Activation activation) {
        return catalogue
                .classifier(id)
                .map(Classifier::model)
                .map(model -> ModelSummary.of(id, model, activation.models().contains(id)));
    }
}
