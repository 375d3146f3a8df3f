package io.lynceus.gateway.accounts;

/// Somebody whom the suite knows.
///
/// @param name the pseudonym, as it is shown
public record Account(long id, String name, Role role) {
    public Account {
        if (role == Role.GUEST) {
            throw new IllegalArgumentException("a guest has no account: " + name);
        }
    }
}
