package io.lynceus.gateway.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.peers.Peer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Searches of classifier-service, whose answer depends on the declination that they ask for: [#FULL_DEG],
/// [#EMPTY_DEG] or [#BROKEN_DEG].
public final class RegionOfSources {
    /// Where [#NUMBER] sources are, the classes of which rest on the contract's example.
    public static final int FULL_DEG = 10;

    public static final int NUMBER = 450;

    /// Where there is nothing.
    public static final int EMPTY_DEG = 20;

    /// Where the service fails after its first page.
    public static final int BROKEN_DEG = 30;

    /// One of four classes that is active and one of two that is not, which knows a class more.
    static final String MODELS = """
            [{"name": "old", "version": "1", "active": false, "prior": {"AGN": 0.9, "Background AGN": 0.1}},
             {"name": "csc2", "version": "b096fa33e063", "active": true,
              "prior": {"AGN": 0.66, "Star": 0.25, "XRB": 0.07, "CV": 0.02}}]""";

    private RegionOfSources() {}

    static Answer answer(String path) {
        Map<String, String> query = Arrays.stream(
                        path.substring(path.indexOf('?') + 1).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        int declination = (int) Double.parseDouble(query.getOrDefault("dec_deg", Integer.toString(FULL_DEG)));
        int first = Integer.parseInt(query.getOrDefault("cursor", "lx-0000").substring(3));
        if (declination == BROKEN_DEG && first > 0) {
            return new Answer(500, "{}");
        }
        int number = declination == EMPTY_DEG ? 0 : NUMBER;
        int past = Math.min(number, first + Integer.parseInt(query.get("limit")));
        String sources = IntStream.range(first, past)
                .mapToObj(place -> source(place, query.containsKey("full")))
                .collect(Collectors.joining(","));
        String cursor = past < number ? ", \"next_cursor\": \"%s\"".formatted(id(past)) : "";
        return new Answer(200, "{\"sources\": [" + sources + "]" + cursor + "}");
    }

    private static String id(int place) {
        return "lx-%04d".formatted(place);
    }

    private static String source(int place, boolean full) {
        ObjectNode source = (ObjectNode) Wire.tree(
                """
                {"source_id": "%s", "name": "LXS J100027.9+0212%02d", "ra_deg": %s, "dec_deg": 10.25,
                 "latest": {"detection_id": "example-1", "mission": "Chandra", "class": "AGN",
                            "probabilities": {"AGN": 0.93, "Star": 0.03, "XRB": 0.03, "CV": 0.01}, "margin": 0.86,
                            "outlier_measure": 2.4, "model": {"name": "csc2", "version": "b096fa33e063"},
                            "activation": 1, "revision": 2, "classified_at": "2026-11-23T15:26:00Z"}}
                """.formatted(id(place), place % 100, 150 + place / 1000.0).getBytes(StandardCharsets.UTF_8));
        if (full) {
            source.set("classified", Peers.example(Topic.CLASSIFICATIONS.schema()));
        }
        return source.toString();
    }
}
