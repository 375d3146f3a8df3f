package io.lynceus.gateway.services;

import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Reply;
import io.lynceus.gateway.Service;
import io.lynceus.gateway.ServiceAway;
import io.lynceus.gateway.config.GatewayConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/// Calls to the services: a timeout for each, one retry where the connection failed, and a circuit breaker per service
/// that answers at once while the service is known to be away.
///
/// A retry is safe everywhere: what the services are asked for here writes nothing, or does so once (a user's first
/// vote stands, a comment has a key).
@ApplicationScoped
class GuardedCalls {
    private static final Logger LOG = Logger.getLogger(GuardedCalls.class);

    /// Share of failed calls, of the last [#BREAKER_WINDOW], that opens a breaker.
    private static final double BREAKER_RATIO = 0.5;

    private static final int BREAKER_WINDOW = 6;
    private static final long RETRY_DELAY_MS = 100;

    /// How long a service may take to say that it is ready [ms].
    private static final long READINESS_MS = 2000;

    private final Map<Service, Guard> guards;
    private final Guard readiness = Guard.create()
            .withTimeout()
            .duration(READINESS_MS, ChronoUnit.MILLIS)
            .done()
            .build();

    GuardedCalls(GatewayConfig config) {
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
    /// @throws ServiceAway if it gives no answer in time, or answers that it has failed
    Reply call(Service service, Supplier<Response> request) {
        try {
            return Objects.requireNonNull(guards.get(service)).get(() -> reply(request), Reply.class);
        } catch (CircuitBreakerOpenException e) {
            throw new ServiceAway(service.title(), "is away", e);
        } catch (TimeoutException e) {
            throw new ServiceAway(service.title(), "did not answer in time", e);
        } catch (ServerFault | ProcessingException | WebApplicationException e) {
            LOG.warnf("%s: %s", service.title(), e.getMessage());
            throw new ServiceAway(service.title(), "is not available", e);
        }
    }

    /// Whether a service says that it can do its work. Past its breaker: one that starts is asked again and again.
    boolean isReady(Supplier<Response> request) {
        try {
            return readiness.get(() -> reply(request), Reply.class).status() == 200;
        } catch (TimeoutException | ServerFault | ProcessingException | WebApplicationException e) {
            return false;
        }
    }

    private static Reply reply(Supplier<Response> request) {
        try (Response response = request.get()) {
            if (response.getStatus() >= 500) {
                throw new ServerFault("answered " + response.getStatus());
            }
            byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            return new Reply(response.getStatus(), JsonDocument.of(body), retryAfter(response));
        }
    }

    /// The suite's services give seconds, never a date.
    private static OptionalLong retryAfter(Response response) {
        String given = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return given != null && given.matches("[0-9]{1,9}")
                ? OptionalLong.of(Long.parseLong(given))
                : OptionalLong.empty();
    }

    /// The service answered that it has failed.
    private static final class ServerFault extends RuntimeException {
        private static final long serialVersionUID = 1;

        ServerFault(String message) {
            super(message);
        }
    }
}
