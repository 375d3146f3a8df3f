package io.lynceus.gateway.accounts;

import java.util.Optional;
import java.util.Set;

/// Who asks.
///
/// @param name the pseudonym of an account or a guest, which is nobody else's; empty for a stranger, and for whoever
/// sits at this machine where no accounts are required
/// @param scopes what the proof is good for
public record Caller(Optional<String> name, Role role, Proof proof, Set<Scope> scopes) {
    /// By what the caller is known.
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

    public boolean is(Role role) {
        return this.role.includes(role);
    }

    /// Whether what is done under this name may be done by the caller.
    public boolean goesBy(String user) {
        return proof == Proof.THIS_MACHINE || name.filter(user::equals).isPresent();
    }
}
