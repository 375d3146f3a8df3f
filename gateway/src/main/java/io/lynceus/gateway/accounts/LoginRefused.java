package io.lynceus.gateway.accounts;

import java.io.Serial;

/// A login at a provider that proves nothing. The message is for people, and has nothing of what came in.
public final class LoginRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LoginRefused(String message) {
        super(message);
    }
}
