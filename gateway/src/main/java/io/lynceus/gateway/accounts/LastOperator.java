package io.lynceus.gateway.accounts;

import java.io.Serial;

/// The change would leave the suite without an operator.
public final class LastOperator extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LastOperator() {
        super("this is the only operator; make somebody else one first");
    }
}
