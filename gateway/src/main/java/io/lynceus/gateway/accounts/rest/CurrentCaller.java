package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Secret;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// Who asks, for the resources: [AccessFilter] has found out before they are called. Not thread-safe.
@RequestScoped
public class CurrentCaller {
    private Identity identity = Identity.of(Caller.stranger());

    /// @param account empty for guests and strangers, and at this machine
    /// @param session the key of the session by which the caller is known
    /// @param guestLabels given so far
    record Identity(Caller caller, Optional<Account> account, Optional<Secret> session, int guestLabels) {
        static Identity of(Caller caller) {
            return new Identity(caller, Optional.empty(), Optional.empty(), 0);
        }
    }

    public Caller get() {
        return identity.caller();
    }

    /// 403, to be thrown where it depends on more than the route whether the caller may.
    ///
    /// @param detail what is not allowed, and what to do
    public RuntimeException forbidden(String detail) {
        return AccessProblem.forbidden(detail);
    }

    Identity identity() {
        return identity;
    }

    void is(Identity found) {
        identity = found;
    }

    /// The account of whoever is logged in.
    ///
    /// @throws Refused 401 if nobody is, as where this machine may do everything
    Account account() {
        return identity.account()
                .orElseThrow(() -> AccessProblem.unknownCaller("log in first: POST /api/v1/account/sessions, or /account"));
    }
}
