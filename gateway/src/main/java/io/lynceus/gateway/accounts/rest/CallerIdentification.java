package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.ApiTokens;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.accounts.Sessions.Owner;
import io.lynceus.gateway.accounts.rest.CurrentCaller.Identity;
import io.lynceus.gateway.config.AccountsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Identifies the caller: by a token, else by a session cookie, else by a connection from this machine.
@Singleton
class CallerIdentification {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SessionCookie cookie;
    private final AccountsConfig config;

    CallerIdentification(Sessions sessions, ApiTokens tokens, SessionCookie cookie, AccountsConfig config) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
        this.config = config;
    }

    /// @throws AccessProblem 401 for an unknown or expired token; the caller of an ended session is a stranger
    Identity identify(ContainerRequestContext context, HttpServerRequest request) {
        String authorization = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return byToken(authorization);
        }
        return cookie.read(request)
                .flatMap(secret -> sessions.resume(secret, Instant.now()).map(owner -> bySession(owner, secret)))
                .orElseGet(() -> Identity.of(
                        !config.required() && RequestOrigin.isThisMachine(request)
                                ? Caller.atThisMachine()
                                : Caller.stranger()));
    }

    private Identity byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw AccessProblem.unknownCaller("Authorization must be 'Bearer' and an API token");
        }
        Secret secret = Secret.shown(authorization.substring(BEARER.length()).strip());
        return tokens.owner(secret, Instant.now())
                .map(bearer -> known(bearer.account(), Proof.TOKEN, bearer.scopes(), Optional.empty()))
                .orElseThrow(() -> AccessProblem.unknownCaller(
                        "the token is unknown, revoked or expired; make another at /account"));
    }

    private static Identity bySession(Owner owner, Secret secret) {
        return switch (owner) {
            case Owner.Member(Account account) -> known(account, Proof.SESSION, Scope.ALL, Optional.of(secret));
            case Owner.Guest(String name, int labels) ->
                new Identity(
                        new Caller(Optional.of(name), Role.GUEST, Proof.SESSION, Scope.ALL),
                        Optional.empty(),
                        Optional.of(secret),
                        labels);
        };
    }

    private static Identity known(Account account, Proof proof, Set<Scope> scopes, Optional<Secret> session) {
        return new Identity(
                new Caller(Optional.of(account.name()), account.role(), proof, scopes),
                Optional.of(account),
                session,
                0);
    }
}
