package io.lynceus.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// API tokens, with which scripts act for the owner of an account.
public interface ApiTokens {
    /// A token without its secret.
    record ApiToken(long id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt) {}

    /// @param name for its owner, 1 to 60 characters
    /// @param lifetime up to [#LONGEST]
    record TokenRequest(String name, Set<Scope> scopes, Duration lifetime) {
        public TokenRequest {
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

    record IssuedToken(ApiToken token, Secret secret) {}

    record TokenOwner(Account account, Set<Scope> scopes) {}

    Duration LONGEST = Duration.ofDays(366);

    int LONGEST_NAME = 60;

    /// Maximum number of tokens of an account.
    int MOST = 20;

    /// Issues a token; its secret is shown only now. Empty if the account has a token of that name.
    ///
    /// @throws IllegalArgumentException if the account has [#MOST]
    Optional<IssuedToken> issue(long accountId, TokenRequest wish, Instant now);

    List<ApiToken> of(long accountId);

    /// The owner of a token, unless it has expired.
    Optional<TokenOwner> owner(Secret secret, Instant now);

    /// Revokes a token at once; false if the account has no token of that id.
    boolean revoke(long accountId, long tokenId);
}
