package io.lynceus.classifier.config;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.evaluation.AssessmentFormat;
import io.lynceus.classifier.files.AssessmentDocuments;
import io.lynceus.classifier.files.ModelFolder;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Produces the beans of the domain, and activates the configured models at start-up.
@ApplicationScoped
class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    private final ClassifierConfig config;

    Wiring(ClassifierConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    ModelCatalogue modelCatalogue() {
        return new ModelFolder(config.shippedModels(), config.modelFolder());
    }

    @Produces
    @Singleton
    AssessmentFormat assessmentFormat() {
        return new AssessmentDocuments();
    }

    @Produces
    @Singleton
    @Startup
    ActiveModels activeModels(ModelCatalogue catalogue, Activations activations) {
        Activation activation = activations.configure(
                config.activeModels().stream().map(catalogue::resolve).toList());
        LOG.infof("activation %d classifies with %s", activation.number(), activation.models());
        return new ActiveModels(catalogue, activations);
    }
}
