package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Guards the calls of every client that is [Guarded].
@Guarded(Service.CROSSMATCH) // any service: the value does not bind
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class GuardInterceptor {
    private final ServiceGuards guards;

    GuardInterceptor(ServiceGuards guards) {
        this.guards = guards;
    }

    @AroundInvoke
    Object call(InvocationContext context) {
        Guarded guarded = context.getInterceptorBinding(Guarded.class);
        return guarded.probe()
                ? guards.probe(guarded.value(), context::proceed)
                : guards.call(guarded.value(), context::proceed);
    }
}
