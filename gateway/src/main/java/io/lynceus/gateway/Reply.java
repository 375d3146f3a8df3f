package io.lynceus.gateway;

import java.util.OptionalLong;

/// What a service answered: with a status below 400 what was asked for, else a problem document.
///
/// @param status HTTP status, below 500
/// @param retryAfterSeconds when a request that was one too many can be tried again [s]
public record Reply(int status, JsonDocument body, OptionalLong retryAfterSeconds) {
    public Reply {
        if (!(status >= 200 && status < 500)) {
            throw new IllegalArgumentException("status must lie in [200, 500): " + status);
        }
    }
}
