package io.lynceus.gateway.accounts;

import java.io.Serial;

/// Nobody could give a role any more.
public final class LastOperator extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LastOperator() {
        super("this is the only operator; make somebody else one first");
    }
}
