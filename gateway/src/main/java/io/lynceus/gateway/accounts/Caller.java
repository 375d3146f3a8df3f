package io.lynceus.gateway.accounts;

import java.util.Optional;
import java.util.Set;

/// The sender of a request.
///
/// @param name the unique pseudonym of an account or a guest; empty for a stranger, and for a caller at this machine
///     where no accounts are required
/// @param scopes what the proof of identity allows
public record Caller(Optional<String> name, Role role, Proof proof, Set<Scope> scopes) {
    /// The caller's proof of identity.
    public enum Proof {
        NONE,
        THIS_MACHINE,
        SESSION,
        TOKEN
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller stranger() {
        return new Caller(Optional.empty(), Role.GUEST, Proof.NONE, Scope.ALL);
    }

    public static Caller atThisMachine() {
        return new Caller(Optional.empty(), Role.OPERATOR, Proof.THIS_MACHINE, Scope.ALL);
    }

    public boolean hasRole(Role role) {
        return this.role.includes(role);
    }

    /// Whether the caller may act under this name.
    public boolean mayActAs(String user) {
        return proof == Proof.THIS_MACHINE || name.filter(user::equals).isPresent();
    }
}
