package io.lynceus.gateway.config;

import io.lynceus.gateway.Service;
import io.lynceus.gateway.SuiteServices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The gateway is ready when every service is: their catalogues and a model included.
class SuiteReadiness {
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck crossmatch(SuiteServices services) {
        return () -> check(services, Service.CROSSMATCH);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck feature(SuiteServices services) {
        return () -> check(services, Service.FEATURE);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck classifier(SuiteServices services) {
        return () -> check(services, Service.CLASSIFIER);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck labels(SuiteServices services) {
        return () -> check(services, Service.LABELS);
    }

    private static HealthCheckResponse check(SuiteServices services, Service service) {
        return HealthCheckResponse.named(service.title())
                .status(services.isReady(service))
                .build();
    }
}
