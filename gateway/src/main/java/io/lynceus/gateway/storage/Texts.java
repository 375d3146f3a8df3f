package io.lynceus.gateway.storage;

/// Text that people send.
final class Texts {
    private Texts() {}

    /// The text, which PostgreSQL takes without NUL only; nothing stored has one.
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
