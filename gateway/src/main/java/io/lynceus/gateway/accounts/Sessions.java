package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.Optional;

/// Who is logged in, and the guests who try.
public interface Sessions {
    /// Whose a session is: an account's, or a guest's.
    sealed interface Owner {
        record Member(Account account) implements Owner {}

        /// @param labels given so far
        record Guest(String name, int labels) implements Owner {}
    }

    /// Begins a session of an account.
    Secret begin(Account account, Instant now);

    /// Begins a session of a guest, under a name that nobody has.
    Guested beginAsGuest(Instant now);

    /// @param name the pseudonym of the guest
    record Guested(Secret secret, String name) {}

    /// The owner of a session that has not ended, which lives on from now.
    Optional<Owner> resume(Secret secret, Instant now);

    /// When the owner of a session logged in.
    Optional<Instant> begun(Secret secret);

    void end(Secret secret);

    /// Logs out everywhere.
    void endAll(long accountId);

    /// Counts a label of a guest; false if the guest has given as many as guests may.
    boolean countLabel(Secret secret, int most);

    /// Takes back a label that did not count.
    void uncountLabel(Secret secret);

    /// Forgets sessions that have ended.
    void sweep(Instant now);
}
