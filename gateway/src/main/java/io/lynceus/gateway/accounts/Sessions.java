package io.lynceus.gateway.accounts;

import java.time.Instant;
import java.util.Optional;

/// Sessions of logged-in users and of guests.
public interface Sessions {
    /// The owner of a session: an account or a guest.
    sealed interface Owner {
        record Member(Account account) implements Owner {}

        /// @param labels number of labels so far
        record Guest(String name, int labels) implements Owner {}
    }

    /// Begins a session of an account.
    Secret begin(Account account, Instant now);

    /// Begins a session of a guest, under a new name.
    GuestSession beginAsGuest(Instant now);

    /// @param name the pseudonym of the guest
    record GuestSession(Secret secret, String name) {}

    /// The owner of a session that has not ended. The session is prolonged.
    Optional<Owner> resume(Secret secret, Instant now);

    /// The time of the login.
    Optional<Instant> begun(Secret secret);

    void end(Secret secret);

    /// Ends all sessions of an account.
    void endAll(long accountId);

    /// Counts a label of a guest; false if the guest has reached the limit.
    boolean countLabel(Secret secret, int most);

    /// Takes back the count of a label that was not accepted.
    void uncountLabel(Secret secret);

    /// Forgets sessions that have ended.
    void sweep(Instant now);
}
