package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where accounts are kept. Names are the same in upper and lower case.
public interface Accounts {
    /// An account with the hash of its password; it has none if its owner logs in elsewhere.
    record WithPassword(Account account, Optional<String> passwordHash) {}

    /// Adds an account; empty if the name is taken, or the identity has an account.
    Optional<Account> add(AccountName name, Credential credential, Role role, Instant now);

    /// Adds the first operator; empty as with [#add], or if there is an operator. Of several at once, one is added.
    Optional<Account> addFirstOperator(AccountName name, Credential credential, Instant now);

    boolean hasOperator();

    Optional<WithPassword> find(String name);

    Optional<Account> find(Credential.Identity identity);

    /// Changes the password; a code to recover the old one is good no more.
    void changePassword(long accountId, String passwordHash);

    /// Gives an account another role; empty if there is no such account. The last operator stays one.
    ///
    /// @throws LastOperator if it is the only operator's
    Optional<Account> changeRole(String name, Role role);

    /// Removes an account, no operator's, with its sessions and tokens.
    void remove(long accountId);

    /// Accounts by name, from the first after this one.
    List<Account> page(String after, int limit);
}
