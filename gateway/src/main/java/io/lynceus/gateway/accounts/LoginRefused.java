package io.lynceus.gateway.accounts;

import java.io.Serial;

/// A login at a provider that proves no identity. The message is for users, and quotes nothing of the answer.
public final class LoginRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LoginRefused(String message) {
        super(message);
    }
}
