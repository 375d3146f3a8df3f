package io.lynceus.gateway.sources.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.suite.Service;
import io.lynceus.gateway.suite.ServiceAway;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/// Everything about one source, composed from the answers of the services.
///
/// A part that is not available now is absent, and named in `unavailable`.
final class SourceDocument {
    private static final List<String> OF_CLASSIFICATION = List.of(
            "class",
            "probabilities",
            "margin",
            "outlier_measure",
            "outlier_false_alarm",
            "track",
            "alternatives",
            "model");
    private static final List<String> OF_ENHANCED =
            List.of("identifications", "identified_class", "identification_conflict", "host_galaxy", "counterparts");

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    SourceDocument(String sourceId) {
        document.put("source_id", sourceId);
        document.putArray("unavailable");
    }

    /// Adds a part of the document.
    ///
    /// @param part its name
    /// @param parse writes the service's answer into the document
    /// @return whether the service knows the source
    boolean add(
            String part, Service service, Supplier<RestResponse<byte[]>> ask, BiConsumer<ObjectNode, JsonNode> parse) {
        try {
            RestResponse<byte[]> reply = ask.get();
            JsonNode body = Wire.tree(Replies.body(reply));
            if (reply.getStatus() == 200) {
                parse.accept(document, body);
                return true;
            }
            name(part, service.title() + ": " + body.path("detail").asText());
            return reply.getStatus() != 404;
        } catch (ServiceAway e) {
            name(part, String.valueOf(e.getMessage()));
            return true;
        }
    }

    private void name(String part, String detail) {
        document.withArray("unavailable").addObject().put("part", part).put("detail", detail);
    }

    byte[] json() {
        return Wire.write(document);
    }

    static void classification(ObjectNode document, JsonNode source) {
        JsonNode classified = source.path("classified");
        JsonNode featured = classified.path("featured");
        JsonNode enhanced = featured.path("enhanced");
        document.set("name", source.path("name"));
        document.set("position", enhanced.path("source").path("position"));
        document.set("latest_detection", enhanced.path("detection"));
        ObjectNode classification = document.putObject("classification");
        OF_CLASSIFICATION.forEach(name ->
                classification.set(name, classified.path("classification").path(name)));
        classification.set("activation", classified.path("activation"));
        classification.set("revision", featured.path("revision"));
        document.set("epoch_count", featured.path("epoch_count"));
        document.set("features", featured.path("features"));
        OF_ENHANCED.forEach(name -> document.set(name, enhanced.path(name)));
    }

    static void history(ObjectNode document, JsonNode history) {
        document.set("history", history.path("history"));
        document.set("class_changes", history.path("changes"));
    }

    static void lightCurve(ObjectNode document, JsonNode lightCurve) {
        document.set("light_curve", lightCurve.path("epochs"));
        document.set("light_curve_blocks", lightCurve.path("blocks"));
    }

    static void votes(ObjectNode document, JsonNode tally) {
        document.set("votes", tally.path("votes"));
        document.set("voters", tally.path("voters"));
    }
}
