package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Sends each call of a REST client through the [ServiceGuards] of its service.
///
/// A guarded call returns an answer below 500, or throws [io.lynceus.gateway.suite.ServiceAway].
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Guarded {
    @Nonbinding
    Service value();

    /// Whether the call is a readiness probe: it has a short timeout, and passes the circuit breaker by.
    @Nonbinding
    boolean probe() default false;
}
