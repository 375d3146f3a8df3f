package io.lynceus.gateway.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What an API token allows: a part of its owner's rights.
public enum Scope {
    /// Reading what is public.
    READ,
    /// Classification, and detections onto the stream.
    CLASSIFY,
    /// Votes, comments, and what is stored under the owner's name.
    LABEL,
    /// Actions for operators.
    OPERATE,
    /// The account itself: for logged-in users, not for tokens.
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
