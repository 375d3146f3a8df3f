package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.IdentityProviders;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.PendingLogins.Newcomer;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.accounts.rest.AccountDocuments.Me;
import io.lynceus.gateway.accounts.rest.CurrentCaller.Identity;
import io.lynceus.gateway.config.AccountsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/// Where people come in and go out, however they have proved who they are; every answer says who they are then.
@Singleton
class SessionResponses {
    private final Membership membership;
    private final IdentityProviders providers;
    private final Sessions sessions;
    private final PendingLogins arrivals;
    private final CurrentCaller current;
    private final SessionCookie sessionCookie;
    private final PendingLoginCookie arrivalCookie;
    private final AccountsConfig config;

    SessionResponses(
            Membership membership,
            IdentityProviders providers,
            Sessions sessions,
            PendingLogins arrivals,
            CurrentCaller current,
            SessionCookie sessionCookie,
            PendingLoginCookie arrivalCookie,
            AccountsConfig config) {
        this.membership = membership;
        this.providers = providers;
        this.sessions = sessions;
        this.arrivals = arrivals;
        this.current = current;
        this.sessionCookie = sessionCookie;
        this.arrivalCookie = arrivalCookie;
        this.config = config;
    }

    /// @throws Refused 403 where people come by a provider only
    void requirePasswords() {
        if (!config.passwords()) {
            throw AccessProblem.forbidden("nobody logs in with a password here; /account says who logs people in");
        }
    }

    Response look(HttpServerRequest request) {
        Optional<Newcomer> newcomer = current.identity().account().isPresent()
                ? Optional.empty()
                : arrivalCookie.read(request).flatMap(key -> arrivals.newcomer(key, Instant.now()));
        return said(200, current.identity(), newcomer).build();
    }

    /// Begins a session under a key of its own, whatever key the browser came with.
    Response begin(int status, Account account, HttpServerRequest request) {
        current.identity().session().ifPresent(sessions::end);
        Secret secret = sessions.begin(account, Instant.now());
        Caller caller = new Caller(Optional.of(account.name()), account.role(), Proof.SESSION, Scope.ALL);
        Identity identity = new Identity(caller, Optional.of(account), Optional.of(secret), 0);
        return arrived(said(status, identity, Optional.empty()).cookie(sessionCookie.write(secret, request)), request);
    }

    Response beginAsGuest(HttpServerRequest request) {
        Sessions.Guested guest = sessions.beginAsGuest(Instant.now());
        Caller caller = new Caller(Optional.of(guest.name()), Role.GUEST, Proof.SESSION, Scope.ALL);
        return said(201, new Identity(caller, Optional.empty(), Optional.of(guest.secret()), 0), Optional.empty())
                .cookie(sessionCookie.write(guest.secret(), request))
                .build();
    }

    /// Has somebody who is known to a provider, and has no account, pick a name.
    Response welcome(Newcomer newcomer, HttpServerRequest request) {
        return said(200, current.identity(), Optional.of(newcomer))
                .cookie(arrivalCookie.write(arrivals.welcome(newcomer, Instant.now()), request))
                .build();
    }

    /// Ends the session here, and what was begun at a provider.
    Response leave(HttpServerRequest request) {
        current.identity().session().ifPresent(sessions::end);
        return out(request);
    }

    Response out(HttpServerRequest request) {
        return arrived(Response.noContent().cookie(sessionCookie.erase(request)), request);
    }

    /// Whoever was on the way in by a provider is so no more.
    private Response arrived(Response.ResponseBuilder answer, HttpServerRequest request) {
        arrivalCookie.read(request).ifPresent(key -> {
            arrivals.forget(key);
            answer.cookie(arrivalCookie.erase(request));
        });
        return answer.build();
    }

    private Response.ResponseBuilder said(int status, Identity identity, Optional<Newcomer> newcomer) {
        Me me = Me.of(
                identity,
                new AccountDocuments.Ways(config.required(), config.passwords(), membership.awaitsOperator(), providers.all()),
                config.guestLabels(),
                identity.account().map(membership::hasPassword),
                newcomer);
        return Response.status(status).entity(Wire.write(me)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
