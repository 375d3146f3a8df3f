package io.lynceus.crossmatch;

import java.util.HexFormat;

/// SHA-256 of what a document says, however it is laid out.
///
/// @param hex 64 lower-case hexadecimal digits
public record ContentDigest(String hex) {
    public ContentDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("digest must have 64 lower-case hexadecimal digits: " + hex);
        }
    }

    public static ContentDigest of(byte[] sha256) {
        return new ContentDigest(HexFormat.of().formatHex(sha256));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
