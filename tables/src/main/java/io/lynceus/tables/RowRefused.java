package io.lynceus.tables;

import java.io.Serial;

/// A row that makes no detection; the message tells the table's owner why.
public final class RowRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    RowRefused(String message) {
        super(message);
    }
}
