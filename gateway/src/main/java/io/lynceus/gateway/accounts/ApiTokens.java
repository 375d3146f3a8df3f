package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tokens by which scripts act for the owner of an account.
public interface ApiTokens {
    /// A token as its owner sees it afterwards.
    record ApiToken(long id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt) {}

    /// @param name for its owner, 1 to 60 characters
    /// @param lifetime up to [#LONGEST]
    record Wish(String name, Set<Scope> scopes, Duration lifetime) {
        public Wish {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "name must have 1 to " + LONGEST_NAME + " characters, not only blanks");
            }
            if (scopes.isEmpty() || scopes.contains(Scope.ACCOUNT)) {
                throw new IllegalArgumentException("scopes must be some of read, classify, label, operate");
            }
            if (!(lifetime.isPositive() && lifetime.compareTo(LONGEST) <= 0)) {
                throw new IllegalArgumentException(
                        "days is " + lifetime.toDays() + ", must lie in [1, " + LONGEST.toDays() + "]");
            }
            scopes = Set.copyOf(scopes);
        }
    }

    record Issued(ApiToken token, Secret secret) {}

    record Bearer(Account account, Set<Scope> scopes) {}

    Duration LONGEST = Duration.ofDays(366);

    int LONGEST_NAME = 60;

    /// Tokens of one account at a time.
    int MOST = 20;

    /// A new token; its secret is to be had now and never again. Empty if the account has one of that name.
    ///
    /// @throws IllegalArgumentException if the account has [#MOST]
    Optional<Issued> issue(long accountId, Wish wish, Instant now);

    List<ApiToken> of(long accountId);

    /// Whose token this is, if it has not expired.
    Optional<Bearer> owner(Secret secret, Instant now);

    /// Ends a token at once; false if the account has none of that id.
    boolean revoke(long accountId, long tokenId);
}
