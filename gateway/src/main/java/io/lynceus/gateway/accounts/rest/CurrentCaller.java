package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Secret;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// The caller of the current request, identified by [AccessFilter] before its resource is called. Not thread-safe.
@RequestScoped
public class CurrentCaller {
    private Identity identity = Identity.of(Caller.stranger());

    /// @param account empty for guests and strangers, and at this machine
    /// @param session the key of the session by which the caller is known
    /// @param guestLabels number of labels of a guest so far
    record Identity(Caller caller, Optional<Account> account, Optional<Secret> session, int guestLabels) {
        static Identity of(Caller caller) {
            return new Identity(caller, Optional.empty(), Optional.empty(), 0);
        }
    }

    public Caller get() {
        return identity.caller();
    }

    /// 403, for permissions that depend on more than the route.
    ///
    /// @param detail what is not allowed, and what to do
    public RuntimeException forbidden(String detail) {
        return AccessProblem.forbidden(detail);
    }

    Identity identity() {
        return identity;
    }

    void set(Identity found) {
        identity = found;
    }

    /// The account of the logged-in user.
    ///
    /// @throws AccessProblem 401 if nobody is logged in
    Account account() {
        return identity.account()
                .orElseThrow(
                        () -> AccessProblem.unknownCaller("log in first: POST /api/v1/account/sessions, or /account"));
    }
}
