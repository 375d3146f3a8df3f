package io.lynceus.classifier.config;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.ModelCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Readiness: every active model is available.
@Readiness
@ApplicationScoped
class ModelReadiness implements HealthCheck {
    private final ModelCatalogue catalogue;
    private final Activations activations;

    ModelReadiness(ModelCatalogue catalogue, Activations activations) {
        this.catalogue = catalogue;
        this.activations = activations;
    }

    @Override
    public HealthCheckResponse call() {
        Activation activation = activations.current();
        return HealthCheckResponse.named("active models")
                .withData("activation", activation.number())
                .withData("models", activation.models().toString())
                .status(activation.models().stream()
                        .allMatch(id -> catalogue.classifier(id).isPresent()))
                .build();
    }
}
