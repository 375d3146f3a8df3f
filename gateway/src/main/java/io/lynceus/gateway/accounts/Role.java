package io.lynceus.gateway.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The role of a user. Each role may do all that the roles before it may.
public enum Role {
    /// Reads, classifies, and may try ten labels.
    GUEST,
    /// Labels and comments.
    VOLUNTEER,
    /// Sends detections.
    ASTRONOMER,
    /// Moderates, activates models, gives roles.
    OPERATOR;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /// The name in requests and answers, e.g. `volunteer`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of an account by its name.
    ///
    /// @throws IllegalArgumentException if there is none, naming those there are
    public static Role ofAccount(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role != GUEST && role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role is '" + wireName + "', must be one of "
                        + Arrays.stream(values())
                                .filter(role -> role != GUEST)
                                .map(Role::wireName)
                                .collect(Collectors.joining(", "))));
    }
}
