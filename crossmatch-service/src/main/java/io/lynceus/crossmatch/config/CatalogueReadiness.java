package io.lynceus.crossmatch.config;

import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Readiness check: ready once the catalogue folder has been opened, even if it is empty.
@Readiness
@ApplicationScoped
class CatalogueReadiness implements HealthCheck {
    private final CurrentCrossmatch current;

    CatalogueReadiness(CurrentCrossmatch current) {
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("reference catalogues").up();
        for (ReferenceCatalogue catalogue : current.now().catalogues()) {
            response.withData(catalogue.version().name(), catalogue.version().version());
        }
        return response.build();
    }
}
