package io.lynceus.gateway.accounts.storage;

/// Text that people send.
final class StorableText {
    private StorableText() {}

    /// The text, which PostgreSQL takes without NUL only; nothing stored has one.
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
