package io.lynceus.gateway;

import org.jspecify.annotations.Nullable;

/// What people say about sources. [ServiceAway] if labels gives no answer in time.
public interface DiscussionServices {
    /// @param cursor next_cursor of the page before
    /// @param limit comments on a page
    Reply comments(String sourceId, @Nullable String cursor, @Nullable String limit);

    Reply comment(String sourceId, JsonDocument comment);

    Reply report(String commentId, JsonDocument report);

    /// Reported comments that wait for a moderator.
    Reply reported(@Nullable String limit);

    /// Reports of a comment and decisions on it.
    Reply moderation(String commentId);

    Reply moderate(String commentId, JsonDocument decision);
}
