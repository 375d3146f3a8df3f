package io.lynceus.gateway.services;

import io.lynceus.gateway.DiscussionServices;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Reply;
import io.lynceus.gateway.Service;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// What labels keeps of the discussion, over HTTP.
@ApplicationScoped
class RestDiscussionServices implements DiscussionServices {
    private final GuardedCalls calls;
    private final DiscussionClient labels;

    RestDiscussionServices(GuardedCalls calls, @RestClient DiscussionClient labels) {
        this.calls = calls;
        this.labels = labels;
    }

    @Override
    public Reply comments(String sourceId, @Nullable String cursor, @Nullable String limit) {
        return calls.call(Service.LABELS, () -> labels.comments(sourceId, cursor, limit));
    }

    @Override
    public Reply comment(String sourceId, JsonDocument comment) {
        return calls.call(Service.LABELS, () -> labels.comment(sourceId, comment.utf8()));
    }

    @Override
    public Reply report(String commentId, JsonDocument report) {
        return calls.call(Service.LABELS, () -> labels.report(commentId, report.utf8()));
    }

    @Override
    public Reply reported(@Nullable String limit) {
        return calls.call(Service.LABELS, () -> labels.reported(limit));
    }

    @Override
    public Reply moderation(String commentId) {
        return calls.call(Service.LABELS, () -> labels.moderation(commentId));
    }

    @Override
    public Reply moderate(String commentId, JsonDocument decision) {
        return calls.call(Service.LABELS, () -> labels.moderate(commentId, decision.utf8()));
    }
}
