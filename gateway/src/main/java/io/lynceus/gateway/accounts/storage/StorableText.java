package io.lynceus.gateway.accounts.storage;

/// Text from users, in the form that PostgreSQL can store.
final class StorableText {
    private StorableText() {}

    /// The text without U+0000, which PostgreSQL refuses; no stored text has one.
    static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
