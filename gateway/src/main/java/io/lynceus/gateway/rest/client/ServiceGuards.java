package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.suite.Service;
import io.lynceus.gateway.suite.ServiceAway;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/// Guards of the calls to the services: a timeout, one retry after a failed connection, a circuit breaker per service.
///
/// An open breaker refuses calls at once while the service is known to be away. A retry is always safe: the calls write
/// nothing, or the service recognises the repeat (the first vote of a user stands, a comment has a key).
@ApplicationScoped
class ServiceGuards {
    private static final Logger LOG = Logger.getLogger(ServiceGuards.class);

    /// Share of failed calls, among the last [#BREAKER_WINDOW], that opens a breaker.
    private static final double BREAKER_RATIO = 0.5;

    private static final int BREAKER_WINDOW = 6;
    private static final long RETRY_DELAY_MS = 100;

    /// Timeout of a readiness probe [ms].
    private static final long PROBE_MS = 2000;

    private final Map<Service, Guard> guards;
    private final Guard probes = Guard.create()
            .withTimeout()
            .duration(PROBE_MS, ChronoUnit.MILLIS)
            .done()
            .build();

    ServiceGuards(GatewayConfig config) {
        this.guards = Arrays.stream(Service.values())
                .collect(Collectors.toMap(Function.identity(), service -> guard(service, config)));
    }

    private static Guard guard(Service service, GatewayConfig config) {
        return Guard.create()
                .withDescription(service.title())
                .withTimeout()
                .duration(config.serviceTimeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(RETRY_DELAY_MS, ChronoUnit.MILLIS)
                .retryOn(Set.of(ProcessingException.class, WebApplicationException.class))
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(BREAKER_WINDOW)
                .failureRatio(BREAKER_RATIO)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(state -> log(service, state))
                .done()
                .build();
    }

    private static void log(Service service, CircuitBreakerState state) {
        LOG.infof("%s: circuit breaker %s", service.title(), state);
    }

    /// Calls a service.
    ///
    /// @throws ServiceAway if it gives no answer in time, or answers with a status of 500 or above
    Object call(Service service, Callable<?> request) {
        return guarded(service, Objects.requireNonNull(guards.get(service)), request);
    }

    /// Asks a service for its readiness, past its breaker.
    ///
    /// @throws ServiceAway if it is not ready
    Object probe(Service service, Callable<?> request) {
        return guarded(service, probes, request);
    }

    private static Object guarded(Service service, Guard guard, Callable<?> request) {
        try {
            return guard.call(() -> answer(request), RestResponse.class);
        } catch (CircuitBreakerOpenException e) {
            throw new ServiceAway(service.title(), "is away", e);
        } catch (TimeoutException e) {
            throw new ServiceAway(service.title(), "did not answer in time", e);
        } catch (ServerFault | ProcessingException | WebApplicationException e) {
            LOG.warnf("%s: %s", service.title(), e.getMessage());
            throw new ServiceAway(service.title(), "is not available", e);
        } catch (Exception e) {
            // The request does nothing but call: whatever it threw, no answer came. A service that is killed while it
            // answers ends the connection in the middle of a body, which the client tells in more than one way.
            LOG.errorf(e, "%s: the call failed", service.title());
            throw new ServiceAway(service.title(), "is not available", e);
        }
    }

    private static RestResponse<?> answer(Callable<?> request) throws Exception {
        RestResponse<?> answer = (RestResponse<?>) request.call();
        if (answer.getStatus() >= 500) {
            throw new ServerFault("answered " + answer.getStatus());
        }
        return answer.getStatus() < 400 ? answer : read(answer);
    }

    /// The client leaves the body of a refusal as a stream, in memory.
    private static RestResponse<byte[]> read(RestResponse<?> refusal) throws IOException {
        RestResponse.ResponseBuilder<byte[]> read = RestResponse.ResponseBuilder.create(refusal.getStatus());
        if (refusal.getEntity() instanceof InputStream body) {
            try (body) {
                read.entity(body.readAllBytes());
            }
        }
        String retryAfter = refusal.getHeaderString(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            read.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return read.build();
    }

    /// The service answered that it has failed.
    private static final class ServerFault extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        ServerFault(String message) {
            super(message);
        }
    }
}
