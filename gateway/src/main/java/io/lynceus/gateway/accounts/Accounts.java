package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where accounts are kept. Names are the same in upper and lower case.
public interface Accounts {
    /// An account with the hash of its password; it has none if its owner logs in elsewhere.
    record WithPassword(Account account, Optional<String> passwordHash) {}

    /// Adds an account; empty if the name is taken.
    Optional<Account> add(AccountName name, String passwordHash, Role role, Instant now);

    /// Adds the first operator; empty if the name is taken or there is an operator. Of several at once, one is added.
    Optional<Account> addFirstOperator(AccountName name, String passwordHash, Instant now);

    boolean hasOperator();

    Optional<WithPassword> find(String name);

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
