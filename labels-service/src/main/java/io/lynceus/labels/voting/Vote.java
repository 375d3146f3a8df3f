package io.lynceus.labels.voting;

import io.lynceus.labels.conduct.PlainText;
import io.lynceus.labels.conduct.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One person's label for one source.
///
/// @param sourceId the source's stable id
/// @param user [Pseudonym] of the person
/// @param comment what the person wants to add, plain text up to [#COMMENT_LIMIT] characters
/// @param castAt when the vote arrived
/// @param details what it came with
public record Vote(
        String sourceId,
        String user,
        Answer answer,
        @Nullable String comment,
        Instant castAt,
        VoteDetails details) {
    /// [characters]
    static final int COMMENT_LIMIT = 2000;

    public Vote {
        if (sourceId.isBlank()) {
            throw new IllegalArgumentException("source id must not be blank");
        }
        user = Pseudonym.checked(user);
        comment = comment == null || comment.isBlank() ? null : PlainText.lines("comment", comment, COMMENT_LIMIT);
    }

    /// A vote that tells nothing but its answer and comment.
    public Vote(String sourceId, String user, Answer answer, @Nullable String comment, Instant castAt) {
        this(sourceId, user, answer, comment, castAt, VoteDetails.NONE);
    }
}
