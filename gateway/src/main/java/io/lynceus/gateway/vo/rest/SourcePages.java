package io.lynceus.gateway.vo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.ClassifierClient;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/// The sources that satisfy conditions, fetched page by page, so that at most one page is in memory.
///
/// Not thread-safe. [io.lynceus.gateway.suite.ServiceAway] or [Problem] where a page cannot be had.
final class SourcePages implements Iterator<JsonNode> {
    /// Sources on a page: the maximum of the search.
    private static final int PAGE = 1000;

    /// Sources on a page with their full evidence: a few MB.
    private static final int FULL_PAGE = 200;

    private final ClassifierClient classifier;
    private final Map<String, String> conditions;
    private Iterator<JsonNode> page;

    /// Fetches the first page at once.
    ///
    /// @param full whether every source comes with what its class rests on
    /// @param most sources that will be wanted
    SourcePages(ClassifierClient classifier, Map<String, String> conditions, boolean full, int most) {
        this.classifier = classifier;
        this.conditions = new HashMap<>(conditions);
        this.conditions.put("limit", Integer.toString(Math.clamp(most, 1, full ? FULL_PAGE : PAGE)));
        if (full) {
            this.conditions.put("full", "true");
        }
        this.page = ask();
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && conditions.containsKey("cursor")) {
            page = ask();
        }
        return page.hasNext();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private Iterator<JsonNode> ask() {
        JsonNode body = Replies.document(classifier.sources(conditions));
        conditions.remove("cursor");
        if (body.path("next_cursor").isTextual()) {
            conditions.put("cursor", body.path("next_cursor").textValue());
        }
        return body.path("sources").iterator();
    }
}
