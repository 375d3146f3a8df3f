package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.AccessRule;
import io.lynceus.gateway.AccessRules;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.accounts.rest.CurrentCaller.Identity;
import io.lynceus.gateway.config.AccountsConfig;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Checks every request before its resource: the one place where [AccessRules] are enforced.
///
/// The rule is found by the matched resource method, not by the address, so that no spelling of an address avoids it.
public class AccessFilter {
    private static final String GUEST_LABEL = "lynceus.guest-label";

    private final CallerIdentification identification;
    private final RequestLimits limits;
    private final OwnNameCheck ownName;
    private final Sessions sessions;
    private final AccountsConfig config;
    private final CurrentCaller current;
    private final CurrentVertxRequest http;
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    AccessFilter(
            CallerIdentification identification,
            RequestLimits limits,
            OwnNameCheck ownName,
            Sessions sessions,
            AccountsConfig config,
            CurrentCaller current,
            CurrentVertxRequest http) {
        this.identification = identification;
        this.limits = limits;
        this.ownName = ownName;
        this.sessions = sessions;
        this.config = config;
        this.current = current;
        this.http = http;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void admit(ContainerRequestContext context, ResourceInfo resource) {
        HttpServerRequest request = http.getCurrent().request();
        AccessRule rule = rule(context, resource);
        Identity identity = identity(context, request);
        Caller caller = identity.caller();
        if (caller.proof() != Proof.TOKEN) {
            RequestOrigin.requireOwnPage(request, caller.proof() == Proof.SESSION);
        }
        requireRole(caller, rule);
        rule.naming().ifPresent(naming -> ownName.require(caller, naming, context));
        current.set(identity);
        if (rule.counted() && caller.proof() == Proof.SESSION && caller.role() == Role.GUEST) {
            countLabel(identity, context);
        }
    }

    private AccessRule rule(ContainerRequestContext context, ResourceInfo resource) {
        String method = context.getMethod().equals("HEAD") ? "GET" : context.getMethod();
        String path = templates.computeIfAbsent(
                resource.getResourceMethod(), found -> template(resource.getResourceClass(), found));
        return AccessRules.of(method, path)
                .orElseThrow(() -> AccessProblem.forbidden("no rule says who may " + method + " " + path));
    }

    private static String template(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/" + resource.getAnnotation(Path.class).value().replaceAll("^/|/$", "")
                + (own == null
                        ? ""
                        : "/" + own.value().replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"));
    }

    private Identity identity(ContainerRequestContext context, HttpServerRequest request) {
        Identity identity;
        try {
            identity = identification.identify(context, request);
        } catch (AccessProblem unknown) {
            limits.ofAddress(request);
            throw unknown;
        }
        if (identity.account().isPresent()) {
            limits.ofUser(identity.account().get().name());
        } else if (identity.caller().proof() != Proof.THIS_MACHINE) {
            limits.ofAddress(request);
        }
        return identity;
    }

    private static void requireRole(Caller caller, AccessRule rule) {
        if (!caller.hasRole(rule.least())) {
            String needed = "this takes the role " + rule.least().wireName();
            if (caller.name().isEmpty()) {
                throw AccessProblem.unknownCaller(needed + "; log in at /account, or send an API token");
            }
            throw AccessProblem.forbidden(needed + ", and you are a "
                    + caller.role().wireName()
                    + (caller.role() == Role.GUEST ? "; sign up at /account" : "; an operator can give it to you"));
        }
        if (!caller.scopes().contains(rule.scope())) {
            throw AccessProblem.forbidden("this takes the scope " + rule.scope().wireName()
                    + (rule.scope() == Scope.ACCOUNT
                            ? ", which no token has: log in"
                            : ", which the token does not have"));
        }
    }

    private void countLabel(Identity identity, ContainerRequestContext context) {
        identity.session().ifPresent(session -> {
            if (!sessions.countLabel(session, config.guestLabels())) {
                throw AccessProblem.forbidden("guests may try " + config.guestLabels()
                        + " labels, and you have; sign up at /account to go on");
            }
            context.setProperty(GUEST_LABEL, session);
        });
    }

    /// Takes back the count of a label that was not accepted.
    @ServerResponseFilter
    public void giveBack(ContainerRequestContext context, ContainerResponseContext response) {
        if (response.getStatus() != 201 && context.getProperty(GUEST_LABEL) instanceof Secret session) {
            sessions.uncountLabel(session);
        }
    }
}
