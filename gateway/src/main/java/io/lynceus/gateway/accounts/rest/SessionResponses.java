package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.IdentityProviders;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.PendingLogins.Newcomer;
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

/// The answers that begin and end sessions. Each describes the caller afterwards.
@Singleton
class SessionResponses {
    private final Membership membership;
    private final IdentityProviders providers;
    private final Sessions sessions;
    private final PendingLogins pendingLogins;
    private final CurrentCaller current;
    private final SessionCookie sessionCookie;
    private final PendingLoginCookie pendingLoginCookie;
    private final AccountsConfig config;

    SessionResponses(
            Membership membership,
            IdentityProviders providers,
            Sessions sessions,
            PendingLogins pendingLogins,
            CurrentCaller current,
            SessionCookie sessionCookie,
            PendingLoginCookie pendingLoginCookie,
            AccountsConfig config) {
        this.membership = membership;
        this.providers = providers;
        this.sessions = sessions;
        this.pendingLogins = pendingLogins;
        this.current = current;
        this.sessionCookie = sessionCookie;
        this.pendingLoginCookie = pendingLoginCookie;
        this.config = config;
    }

    /// @throws AccessProblem 403 where users log in at a provider only
    void requirePasswords() {
        if (!config.passwords()) {
            throw AccessProblem.forbidden("nobody logs in with a password here; /account says who logs people in");
        }
    }

    Response describe(HttpServerRequest request) {
        Optional<Newcomer> newcomer = current.identity().account().isPresent()
                ? Optional.empty()
                : pendingLoginCookie.read(request).flatMap(key -> pendingLogins.newcomer(key, Instant.now()));
        return response(200, current.identity(), newcomer).build();
    }

    /// Begins a session under a new key, also if the browser has one.
    Response begin(int status, Account account, HttpServerRequest request) {
        current.identity().session().ifPresent(sessions::end);
        Secret secret = sessions.begin(account, Instant.now());
        Caller caller = new Caller(Optional.of(account.name()), account.role(), Proof.SESSION, Scope.ALL);
        Identity identity = new Identity(caller, Optional.of(account), Optional.of(secret), 0);
        return endPendingLogin(
                response(status, identity, Optional.empty()).cookie(sessionCookie.write(secret, request)), request);
    }

    Response beginAsGuest(HttpServerRequest request) {
        Sessions.GuestSession guest = sessions.beginAsGuest(Instant.now());
        Caller caller = new Caller(Optional.of(guest.name()), Role.GUEST, Proof.SESSION, Scope.ALL);
        return response(201, new Identity(caller, Optional.empty(), Optional.of(guest.secret()), 0), Optional.empty())
                .cookie(sessionCookie.write(guest.secret(), request))
                .build();
    }

    /// Asks a new user of a provider to choose a name.
    Response welcome(Newcomer newcomer, HttpServerRequest request) {
        return response(200, current.identity(), Optional.of(newcomer))
                .cookie(pendingLoginCookie.write(pendingLogins.addNewcomer(newcomer, Instant.now()), request))
                .build();
    }

    /// Ends the session, and a pending login at a provider.
    Response logOut(HttpServerRequest request) {
        current.identity().session().ifPresent(sessions::end);
        return loggedOut(request);
    }

    Response loggedOut(HttpServerRequest request) {
        return endPendingLogin(Response.noContent().cookie(sessionCookie.erase(request)), request);
    }

    /// Ends a pending login at a provider.
    private Response endPendingLogin(Response.ResponseBuilder answer, HttpServerRequest request) {
        pendingLoginCookie.read(request).ifPresent(key -> {
            pendingLogins.forget(key);
            answer.cookie(pendingLoginCookie.erase(request));
        });
        return answer.build();
    }

    private Response.ResponseBuilder response(int status, Identity identity, Optional<Newcomer> newcomer) {
        Me me = Me.of(
                identity,
                new AccountDocuments.LoginOptions(
                        config.required(), config.passwords(), membership.awaitsOperator(), providers.all()),
                config.guestLabels(),
                identity.account().map(membership::hasPassword),
                newcomer);
        return Response.status(status).entity(Wire.write(me)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
