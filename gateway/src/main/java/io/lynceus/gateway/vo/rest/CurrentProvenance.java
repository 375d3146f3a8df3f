package io.lynceus.gateway.vo.rest;

import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.ClassifierClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Provenance of a table that is made now: the software, the active models, the request and the time.
@ApplicationScoped
public class CurrentProvenance {
    private final ClassifierClient classifier;
    private final String software;

    CurrentProvenance(
            @RestClient ClassifierClient classifier,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.classifier = classifier;
        this.software = "Lynceus " + version;
    }

    /// @param request address that is answered
    /// @throws Problem if classifier-service refuses to list its models
    public Provenance of(String request) {
        return Provenance.of(Replies.document(classifier.models()), software, request, Instant.now());
    }
}
