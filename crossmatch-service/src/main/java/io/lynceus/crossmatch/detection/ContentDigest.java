package io.lynceus.crossmatch.detection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a document.
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

    /// The digest of a document as it is laid out.
    public static ContentDigest ofContents(byte[] document) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
