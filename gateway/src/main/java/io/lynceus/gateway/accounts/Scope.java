package io.lynceus.gateway.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A part of what its owner may do, for an API token.
public enum Scope {
    /// What anybody may read.
    READ,
    /// Classification, and detections onto the stream.
    CLASSIFY,
    /// Votes, comments, and what is stored under the owner's name.
    LABEL,
    /// What takes an operator.
    OPERATE,
    /// The account itself; for people who are logged in, for no token.
    ACCOUNT;

    public static final Set<Scope> ALL = Set.of(values());

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of a token by its name.
    ///
    /// @throws IllegalArgumentException if there is none, naming those there are
    public static Scope ofToken(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope != ACCOUNT && scope.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope is '" + wireName + "', must be one of "
                        + Arrays.stream(values())
                                .filter(scope -> scope != ACCOUNT)
                                .map(Scope::wireName)
                                .collect(Collectors.joining(", "))));
    }
}
