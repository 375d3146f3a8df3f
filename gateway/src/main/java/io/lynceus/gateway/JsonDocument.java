package io.lynceus.gateway;

import java.nio.charset.StandardCharsets;

/// A JSON value on its way through the gateway, as the bytes it came in.
public final class JsonDocument {
    private final byte[] utf8;

    private JsonDocument(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// @param utf8 one JSON value; not to be altered afterwards
    public static JsonDocument of(byte[] utf8) {
        return new JsonDocument(utf8);
    }

    /// The bytes; not to be altered.
    public byte[] utf8() {
        return utf8;
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
