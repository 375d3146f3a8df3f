package io.lynceus.gateway.notices.rest;

import java.io.Serial;

/// A notice without a usable detection. The message tells its sender why.
public final class NoticeRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoticeRefused(String message) {
        super(message);
    }
}
