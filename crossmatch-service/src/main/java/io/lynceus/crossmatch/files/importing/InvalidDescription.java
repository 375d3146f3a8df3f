package io.lynceus.crossmatch.files.importing;

/// A catalogue's description that cannot be followed; the message names the file and the key.
public final class InvalidDescription extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidDescription(String message) {
        super(message);
    }
}
