package io.lynceus.gateway.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.runtime.problem.Problem;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 503 where a part of the suite is away, with the time to try again.
public class AwayResponses {
    // A mapper is made before the settings are known.
    private final Provider<GatewayConfig> config;

    AwayResponses(Provider<GatewayConfig> config) {
        this.config = config;
    }

    @ServerExceptionMapper
    Response away(ServiceAway e) {
        ProblemDocument document = Problem.unavailable(e.getMessage() + "; try again in a few seconds")
                .document();
        return Response.status(document.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, config.get().breakerDelay().toSeconds()))
                .entity(Wire.write(document))
                .build();
    }
}
