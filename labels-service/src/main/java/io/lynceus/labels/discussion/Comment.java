package io.lynceus.labels.discussion;

import io.lynceus.labels.conduct.PlainText;
import io.lynceus.labels.conduct.Pseudonym;
import java.time.Instant;

/// A comment of a user on a source.
///
/// @param id from 1, later comments have larger ones
/// @param author [Pseudonym], or the substitute name of a forgotten user
/// @param hidden whether it is hidden from readers
public record Comment(long id, String sourceId, String author, String text, Instant writtenAt, boolean hidden) {
    /// [characters]
    public static final int TEXT_LIMIT = 2000;
    /// [characters]
    static final int KEY_LIMIT = 100;

    /// The same comment, hidden or shown.
    Comment withHidden(boolean hides) {
        return new Comment(id, sourceId, author, text, writtenAt, hides);
    }

    /// A comment as it is sent.
    ///
    /// @param author [Pseudonym]
    /// @param key chosen by the client for this comment alone, 1 to [#KEY_LIMIT] characters: sent again with the
    ///     same key, it is the same comment
    /// @param text plain text, 1 to [#TEXT_LIMIT] characters
    public record Draft(String sourceId, String author, String key, String text) {
        public Draft {
            author = Pseudonym.checked(author);
            key = PlainText.line("key", key, KEY_LIMIT);
            text = PlainText.lines("text", text, TEXT_LIMIT);
        }

        /// Whether a comment says this, there.
        public boolean isThatOf(Comment comment) {
            return comment.sourceId.equals(sourceId) && comment.text.equals(text);
        }
    }
}
