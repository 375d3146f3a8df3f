package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the accounts. Names are case-insensitive.
public interface Accounts {
    /// An account with the hash of its password. An account that logs in at a provider has no password.
    record WithPassword(Account account, Optional<String> passwordHash) {}

    /// Adds an account; empty if the name is taken, or the identity has an account.
    Optional<Account> add(AccountName name, Credential credential, Role role, Instant now);

    /// Adds the first operator; empty as with [#add], or if there is an operator. Of several simultaneous calls, one
    /// succeeds.
    Optional<Account> addFirstOperator(AccountName name, Credential credential, Instant now);

    boolean hasOperator();

    Optional<WithPassword> find(String name);

    Optional<Account> find(Credential.Identity identity);

    /// Changes the password, and revokes the account's recovery code.
    void changePassword(long accountId, String passwordHash);

    /// Gives an account another role; empty if there is no such account. The last operator stays one.
    ///
    /// @throws LastOperator if the account is the only operator's
    Optional<Account> changeRole(String name, Role role);

    /// Removes an account with its sessions and tokens, unless it is an operator's.
    void remove(long accountId);

    /// Accounts in the order of their names, after a given name.
    List<Account> page(String after, int limit);
}
