package io.lynceus.gateway.accounts;

/// The account of a registered user.
///
/// @param name the pseudonym, as shown
public record Account(long id, String name, Role role) {
    public Account {
        if (role == Role.GUEST) {
            throw new IllegalArgumentException("a guest has no account: " + name);
        }
    }
}
