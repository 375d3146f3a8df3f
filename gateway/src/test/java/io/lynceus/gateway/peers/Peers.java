package io.lynceus.gateway.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Schema;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// All four services.
///
/// A detection is refused by the service that its id names: `refused-by-crossmatch`, `-feature`, `-classifier`. The id
/// `known-otherwise` is known with another content, and `in-a-dense-field` gives large answers. The only source is
/// [#SOURCE].
public final class Peers {
    /// Above what the gateway takes from outside.
    private static final int DENSE_BYTES = 9_000_000;

    public static final String SOURCE = "lx-gezdgnbvgy3t";

    /// A source whose detections belong to [#SOURCE].
    public static final String MERGED = "lx-merged";

    public final Peer crossmatch = new Peer(Peers::crossmatch);
    public final Peer feature = new Peer(Peers::feature);
    public final Peer classifier = new Peer(Peers::classifier);
    public final Peer labels = new Peer(Peers::labels);

    public List<Peer> all() {
        return List.of(crossmatch, feature, classifier, labels);
    }

    private static Answer crossmatch(String method, String path, byte[] body) {
        return switch (method + " " + path) {
            case "POST /crossmatch" -> each(body, "crossmatch", "/id", Topic.ENHANCED_DETECTIONS, "detection");
            case "POST /detections/conflicts" -> conflicts(body);
            case "GET /sources/" + MERGED -> ok("{\"id\": \"" + MERGED + "\", \"merged_into\": \"" + SOURCE + "\"}");
            case "GET /sources/doubtful?limit=3" -> ok("{\"sources\": []}");
            default -> unknown(path);
        };
    }

    private static Answer feature(String method, String path, byte[] body) {
        return switch (method + " " + path) {
            case "POST /features?history=false", "POST /features?history=true" ->
                each(body, "feature", "/detection/id", Topic.FEATURED_DETECTIONS, "enhanced");
            case "GET /sources/" + SOURCE + "/light-curve" ->
                ok("{\"source_id\": \"" + SOURCE + "\", \"epochs\": [{\"detection_id\": \"example-1\"}]}");
            default -> unknown(path);
        };
    }

    private static Answer classifier(String method, String path, byte[] body) {
        return switch (method + " " + path) {
            case "POST /classify" ->
                each(body, "classifier", "/enhanced/detection/id", Topic.CLASSIFICATIONS, "featured");
            case "GET /sources/" + SOURCE ->
                ok("{\"source_id\": \"" + SOURCE + "\", \"name\": \"LXS J100027.9+021220\", \"classified\": "
                        + example(Topic.CLASSIFICATIONS.schema()) + "}");
            case "GET /sources/" + SOURCE + "/history" -> ok("{\"history\": [{\"class\": \"AGN\"}]}");
            case "GET /sources?class=XRB&limit=2", "GET /sources?limit=2&class=XRB" ->
                ok("{\"sources\": [{\"source_id\": \"" + SOURCE + "\"}], \"next_cursor\": \"c\"}");
            case "GET /models" -> ok("{\"activation\": 1, \"models\": " + RegionOfSources.MODELS + "}");
            default -> path.startsWith("/sources?") ? RegionOfSources.answer(path) : unknown(path);
        };
    }

    private static Answer labels(String method, String path, byte[] body) {
        return switch (method + " " + path) {
            case "GET /sources/" + SOURCE + "/votes" -> ok("{\"votes\": {\"AGN\": 2}, \"voters\": 2}");
            case "POST /sources/" + SOURCE + "/votes" ->
                new Answer(201, "{\"received\": " + new String(body, StandardCharsets.UTF_8) + "}");
            case "GET /volunteers/ada" -> ok("{\"user\": \"ada\", \"level\": \"ready\"}");
            case "GET /ranking?span=week&limit=2", "GET /ranking?limit=2&span=week" -> ok("{\"span\": \"week\"}");
            case "PUT /volunteers/ada/settings" -> new Answer(204, "");
            case "GET /volunteers/ada/export" -> ok("{\"user\": \"ada\", \"votes\": []}");
            case "POST /consensus/recompute" -> new Answer(202, "{\"id\": \"anew\"}");
            case "GET /consensus/recompute/anew" -> ok("{\"result\": {\"changed\": 3}}");
            case "GET /retirement/rules" -> ok("[{\"name\": \"usual\"}]");
            case "PUT /retirement/rules/brisk", "POST /retirement/rules/brisk/activate" -> new Answer(204, "");
            case "POST /retirement/dry-run" -> ok("{\"retired\": 7}");
            case "GET /sources/" + SOURCE + "/retirement" -> ok("[]");
            case "POST /sources/" + SOURCE + "/retirement" -> ok("[" + new String(body, StandardCharsets.UTF_8) + "]");
            case "GET /exports/votes?format=csv" -> ok("{\"table\": \"votes\"}");
            case "GET /exports/dictionary" -> ok("[{\"table\": \"votes\"}]");
            case "GET /imports" -> ok("[{\"name\": \"zoo\"}]");
            case "PUT /imports/zoo" -> new Answer(204, "");
            case "POST /imports/zoo?dry_run=true" -> ok("{\"bytes\": " + body.length + "}");
            case "GET /correlated" -> ok("[]");
            case "GET /subjects/next?user=ada&training=false" -> new Answer(204, "");
            case "GET /subjects/next?user=ada&training=true" -> ok("{\"source_id\": \"" + SOURCE + "\"}");
            case "GET /sources/" + SOURCE + "/comments", "GET /sources/" + SOURCE + "/comments?cursor=7&limit=2" ->
                ok("{\"comments\": [{\"id\": 7, \"text\": \"<b>\"}], \"next_cursor\": \"7\"}");
            case "POST /sources/" + SOURCE + "/comments", "POST /comments/7/moderation" ->
                new Answer(201, "{\"received\": " + new String(body, StandardCharsets.UTF_8) + "}");
            case "POST /comments/7/reports" -> new Answer(429, "{\"status\": 429, \"detail\": \"at most 20 reports\"}");
            case "GET /comments/reported?limit=5" -> ok("{\"waiting\": 1}");
            case "GET /comments/7/moderation" -> ok("{\"decisions\": []}");
            default -> method.equals("DELETE") && path.startsWith("/volunteers/") ? new Answer(204, "") : unknown(path);
        };
    }

    private static Answer each(byte[] body, String service, String idPath, Topic topic, String embedded) {
        return results(body, document -> {
            ObjectNode result = (ObjectNode) Wire.tree("{}".getBytes(StandardCharsets.UTF_8));
            if (document.at(idPath).asText().equals("refused-by-" + service)) {
                return result.set(
                        "error",
                        Wire.tree(Wire.write(ProblemDocument.of("test", "Refused", 422, service + " refuses"))));
            }
            result.setAll((ObjectNode) example(topic.schema()));
            if (document.at(idPath).asText().equals("in-a-dense-field")) {
                result.put("padding", "x".repeat(DENSE_BYTES));
            }
            return result.set(embedded, document);
        });
    }

    private static Answer results(byte[] body, Function<JsonNode, JsonNode> result) {
        ObjectNode answer = (ObjectNode) Wire.tree("{\"results\": []}".getBytes(StandardCharsets.UTF_8));
        ArrayNode results = answer.withArray("results");
        Wire.tree(body).get("detections").forEach(document -> results.add(result.apply(document)));
        return ok(answer.toString());
    }

    private static Answer conflicts(byte[] body) {
        boolean known = false;
        for (JsonNode detection : Wire.tree(body).get("detections")) {
            known |= detection.path("id").asText().equals("known-otherwise");
        }
        return ok("{\"conflicts\": [" + (known ? "\"known-otherwise\"" : "") + "]}");
    }

    private static Answer ok(String body) {
        return new Answer(200, body);
    }

    private static Answer unknown(String path) {
        return new Answer(
                404,
                new String(
                        Wire.write(ProblemDocument.of("unknown", "Unknown", 404, "there is nothing at " + path)),
                        StandardCharsets.UTF_8));
    }

    /// The contract's example of a schema.
    public static JsonNode example(Schema schema) {
        try (InputStream in = Schema.class.getResourceAsStream(schema.example())) {
            return Wire.tree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
