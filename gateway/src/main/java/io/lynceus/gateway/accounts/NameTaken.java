package io.lynceus.gateway.accounts;

import java.io.Serial;

/// The name is taken.
public final class NameTaken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public NameTaken(String name) {
        super("somebody goes by the name '" + name + "'; take another one");
    }
}
