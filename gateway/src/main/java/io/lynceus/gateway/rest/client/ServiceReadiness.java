package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import io.lynceus.gateway.suite.ServiceAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/// Readiness of the suite: the gateway is ready when every service is.
public class ServiceReadiness {
    /// Whether a service says that it can do its work.
    ///
    /// @param probe `readiness` of its client
    public static boolean isReady(Supplier<RestResponse<byte[]>> probe) {
        try {
            return probe.get().getStatus() == 200;
        } catch (ServiceAway e) {
            return false;
        }
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck crossmatch(@RestClient CrossmatchClient crossmatch) {
        return () -> check(Service.CROSSMATCH, crossmatch::readiness);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck feature(@RestClient FeatureClient feature) {
        return () -> check(Service.FEATURE, feature::readiness);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck classifier(@RestClient ClassifierClient classifier) {
        return () -> check(Service.CLASSIFIER, classifier::readiness);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck labels(@RestClient LabelsClient labels) {
        return () -> check(Service.LABELS, labels::readiness);
    }

    private static HealthCheckResponse check(Service service, Supplier<RestResponse<byte[]>> probe) {
        return HealthCheckResponse.named(service.title()).status(isReady(probe)).build();
    }
}
