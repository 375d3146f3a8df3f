package io.lynceus.gateway.notices.rest;

import java.io.Serial;

/// A notice that makes no detection; the message says why, for the person who sent it.
public final class NoticeRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoticeRefused(String message) {
        super(message);
    }
}
